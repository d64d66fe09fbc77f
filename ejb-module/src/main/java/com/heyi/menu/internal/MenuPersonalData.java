package com.heyi.menu.internal;

import com.heyi.shared.privacy.Forgetting;
import com.heyi.shared.privacy.KeptForATime;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What the menu holds about a customer: what he used, what that adds up to, how he wants his menu
 * and where he got stuck. To erase him all of it goes; nothing else needs it.
 */
@ApplicationScoped
public class MenuPersonalData implements PersonalData, KeptForATime {
  private static final String USES = "menu-uses";
  private static final String HABITS = "menu-habits";
  private static final Forgetting FORGETTING =
      new Forgetting(Map.of(USES, "menu.forget_uses", HABITS, "menu.forget_habits"));

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected MenuPersonalData() {}

  public MenuPersonalData(EntityManager em) {
    this.em = em;
  }

  @Override
  public String holder() {
    return "menu";
  }

  @Override
  public void export(Person person, Sections out) {
    out.tell(
        em,
        person,
        "menuPreference",
        "select left_handed as \"leftHanded\", large_text as \"largeText\", pins, hides"
            + " from menu.preference where customer_id = :customer");
    out.tell(
        em,
        person,
        "functionUses",
        "select used_at as \"usedAt\", channel, function_code as function, outcome, step"
            + " from menu.use where customer_id = :customer order by used_at, id");
    out.tell(
        em,
        person,
        "habits",
        "select channel, function_code as function, cast(day as int) as \"dayOfMonth\", uses,"
            + " last_used_at as \"lastUsedAt\" from menu.habit where customer_id = :customer"
            + " order by channel, function_code, day");
    out.tell(
        em,
        person,
        "helpOffered",
        "select function_code as function, step, channel, failures, status,"
            + " offered_at as \"offeredAt\", ended_at as \"endedAt\" from menu.help"
            + " where customer_id = :customer order by offered_at, id");
  }

  @Override
  public long erase(Erasure erasure) {
    return erasure.by(em, "menu.erase_customer");
  }

  @Override
  public long remaining(Person person) {
    return person.count(
        em,
        "select (select count(*) from menu.use where customer_id = :customer)"
            + " + (select count(*) from menu.habit where customer_id = :customer)"
            + " + (select count(*) from menu.help where customer_id = :customer)"
            + " + (select count(*) from menu.preference where customer_id = :customer)");
  }

  @Override
  public Set<String> kinds() {
    return FORGETTING.kinds();
  }

  @Override
  public int forget(String kind, Instant before, int most) {
    return FORGETTING.some(em, kind, before, most);
  }
}
