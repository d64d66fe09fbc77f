package com.heyi.learning.internal;

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
 * What was written about a customer so that the bank learns. To erase him the words go; that
 * something went wrong, when, and what came of it stays. Who of the staff did what is theirs, and
 * is not told.
 */
@ApplicationScoped
public class LearningPersonalData implements PersonalData, KeptForATime {
  private static final String CARE = "care-texts";
  private static final String VIOLATIONS = "violation-texts";
  private static final Forgetting FORGETTING =
      new Forgetting(
          Map.of(CARE, "learning.empty_old_care", VIOLATIONS, "learning.empty_old_violations"));

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected LearningPersonalData() {}

  public LearningPersonalData(EntityManager em) {
    this.em = em;
  }

  @Override
  public String holder() {
    return "learning";
  }

  @Override
  public void export(Person person, Sections out) {
    out.tell(
        em,
        person,
        "complaintCauses",
        "select c.name as \"cause\", k.received_at as \"receivedAt\", k.set_at as \"setAt\""
            + " from learning.case_cause k join learning.cause c on c.code = k.cause"
            + " where k.customer_id = :customer order by k.received_at, k.complaint_id");
    out.tell(
        em,
        person,
        "winBacks",
        "select number as \"complaint\", plan, planned_at as \"plannedAt\", outcome, result,"
            + " done_at as \"doneAt\" from learning.win_back where customer_id = :customer"
            + " order by planned_at, id");
    out.tell(
        em,
        person,
        "secondFailures",
        "select a.number as \"firstComplaint\", a.kind as \"first\", b.number as"
            + " \"secondComplaint\", b.kind as \"second\", s.raised_at as \"raisedAt\","
            + " s.handling from learning.second_failure s"
            + " join learning.failure a on a.id = s.first_id"
            + " join learning.failure b on b.id = s.second_id"
            + " where s.customer_id = :customer order by s.raised_at, s.id");
    out.tell(
        em,
        person,
        "surveys",
        "select number as \"complaint\", asked_at as \"askedAt\", satisfaction, effort, remark,"
            + " answered_at as \"answeredAt\" from learning.survey"
            + " where customer_id = :customer order by asked_at, id");
  }

  @Override
  public long erase(Erasure erasure) {
    return erasure.by(em, "learning.erase_customer");
  }

  @Override
  public long remaining(Person person) {
    return person.count(
        em,
        "select (select count(*) from learning.win_back"
            + " where customer_id = :customer and (plan <> '—' or result <> '—'))"
            + " + (select count(*) from learning.second_failure"
            + " where customer_id = :customer and handling <> '—')"
            + " + (select count(*) from learning.survey"
            + " where customer_id = :customer and remark is not null)"
            + " + (select count(*) from learning.violation where customer_id = :customer"
            + " and (reason <> '—' or grounds <> '—' or decision <> '—'))");
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
