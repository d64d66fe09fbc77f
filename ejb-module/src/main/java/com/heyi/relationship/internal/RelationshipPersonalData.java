package com.heyi.relationship.internal;

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
 * What is kept of what a customer is worth to the bank. When he is erased, where he stands goes and
 * so do the words about him; which tiers he had stays by his id, for figures go on.
 */
@ApplicationScoped
public class RelationshipPersonalData implements PersonalData, KeptForATime {
  /** What is kept for a time, and what empties or removes each kind. */
  private static final Forgetting FORGETTING =
      new Forgetting(
          Map.of(
              "customer-flows", "relationship.forget_flows",
              "tier-reasons", "relationship.forget_reasons",
              "manager-words", "relationship.forget_manager_words"));

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected RelationshipPersonalData() {}

  public RelationshipPersonalData(EntityManager em) {
    this.em = em;
  }

  @Override
  public String holder() {
    return "relationship";
  }

  @Override
  public void export(Person person, Sections out) {
    out.tell(
        em,
        person,
        "tier",
        "select tier, since, earned, grace_until as \"graceUntil\", hand_until as \"handUntil\","
            + " hand_reason as \"handReason\", assets, activity, points,"
            + " evaluated_for as \"evaluatedFor\" from relationship.standing"
            + " where customer_id = :customer");
    out.tell(
        em,
        person,
        "tierChanges",
        "select kind, from_tier as \"from\", to_tier as \"to\", day, assets, activity, points,"
            + " until, reason, changed_at as \"changedAt\" from relationship.tier_change"
            + " where customer_id = :customer order by changed_at, id");
    out.tell(
        em,
        person,
        "managers",
        "select from_manager as \"from\", to_manager as \"to\", day, reason from"
            + " relationship.hand_over where customer_id = :customer order by handed_at, id");
    out.tell(
        em,
        person,
        "flowAlerts",
        "select direction, day, amount, movements, status, outcome from relationship.alert"
            + " where customer_id = :customer order by opened_at, id");
    out.tell(
        em,
        person,
        "flows",
        "select direction, day, amount, reverses is not null as \"takesBack\","
            + " booked_at as \"bookedAt\" from relationship.flow"
            + " where customer_id = :customer order by booked_at, movement_id");
    out.tell(
        em,
        person,
        "followUps",
        "select reason, status, opened_at as \"openedAt\", due_on as \"dueOn\""
            + " from relationship.follow_up where customer_id = :customer order by reason");
    out.tell(
        em,
        person,
        "followUpResults",
        "select reason, outcome, note, opened_at as \"openedAt\", done_at as \"doneAt\""
            + " from relationship.follow_up_result where customer_id = :customer"
            + " order by done_at, id");
  }

  @Override
  public long erase(Erasure erasure) {
    return erasure.by(em, "relationship.erase_customer");
  }

  @Override
  public long remaining(Person person) {
    return person.count(
        em,
        "select (select count(*) from relationship.standing where customer_id = :customer)"
            + " + (select count(*) from relationship.tier_change"
            + " where customer_id = :customer and reason <> '—')"
            + " + (select count(*) from relationship.care where customer_id = :customer)"
            + " + (select count(*) from relationship.hand_over"
            + " where customer_id = :customer and reason <> '—')"
            + " + (select count(*) from relationship.alert"
            + " where customer_id = :customer"
            + " and (outcome <> '—' or status <> 'HANDLED'))"
            + " + (select count(*) from relationship.activity"
            + " where customer_id = :customer)"
            + " + (select count(*) from relationship.flow where customer_id = :customer)"
            + " + (select count(*) from relationship.follow_up"
            + " where customer_id = :customer and status in ('OPEN', 'CLAIMED'))"
            + " + (select count(*) from relationship.follow_up_result"
            + " where customer_id = :customer and note <> '—')");
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
