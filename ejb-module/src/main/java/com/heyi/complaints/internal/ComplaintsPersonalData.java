package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintError;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.privacy.Forgetting;
import com.heyi.shared.privacy.KeptForATime;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the desk holds about a customer: what he complained of, in his and the handlers' words. To
 * erase him names, contacts and texts are emptied; that there was a complaint, about what, how long
 * it took and how it ended stays.
 */
@ApplicationScoped
public class ComplaintsPersonalData implements PersonalData, KeptForATime {
  private static final String TEXTS = "complaint-texts";
  private static final String REMARKS = "remark-texts";
  private static final Forgetting FORGETTING =
      new Forgetting(
          Map.of(TEXTS, "complaints.empty_old_texts", REMARKS, "complaints.empty_old_remarks"));

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected ComplaintsPersonalData() {}

  public ComplaintsPersonalData(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  @Override
  public String holder() {
    return "complaints";
  }

  @Override
  public void export(Person person, Sections out) {
    out.tell(
        em,
        person,
        "complaints",
        "select number, channel, status, product, sub_product as \"subProduct\", issue,"
            + " sub_issue as \"subIssue\", complainant_name as \"complainantName\","
            + " complainant_contact as \"complainantContact\", narrative, finding, resolution,"
            + " measures, answer, root_cause as \"rootCause\", satisfaction,"
            + " received_at as \"receivedAt\", answered_at as \"answeredAt\","
            + " closed_at as \"closedAt\" from complaints.complaint where customer_id = :customer"
            + " order by received_at, id");
    // Which of the staff took a step is told by their part, not by name.
    out.tell(
        em,
        person,
        "complaintSteps",
        "select c.number as \"complaint\", s.seq, s.step, s.to_status as \"status\","
            + " s.taken_at as \"takenAt\", s.roles, cast(s.detail as text) as \"detail\""
            + " from complaints.step s join complaints.complaint c on c.id = s.complaint_id"
            + " where c.customer_id = :customer order by c.received_at, c.id, s.seq");
    out.tell(
        em,
        person,
        "complaintPoints",
        "select c.number as \"complaint\", p.seq, p.raised, p.reply"
            + " from complaints.point p join complaints.complaint c on c.id = p.complaint_id"
            + " where c.customer_id = :customer order by c.received_at, c.id, p.seq");
    out.tell(
        em,
        person,
        "complaintTasks",
        "select c.number as \"complaint\", t.department, t.ask, t.answer, t.asked_at as"
            + " \"askedAt\", t.done_at as \"doneAt\" from complaints.task t join"
            + " complaints.complaint c on c.id = t.complaint_id where c.customer_id = :customer"
            + " order by t.asked_at, t.id");
    out.tell(
        em,
        person,
        "complaintNotes",
        "select c.number as \"complaint\", n.words, n.written_at as \"writtenAt\""
            + " from complaints.note n join complaints.complaint c on c.id = n.complaint_id"
            + " where c.customer_id = :customer order by n.written_at, n.id");
    out.tell(
        em,
        person,
        "complaintRedress",
        "select c.number as \"complaint\", r.kind, r.remedy, r.money, r.points, r.reason,"
            + " r.given_at as \"givenAt\", r.taken_back_at as \"takenBackAt\""
            + " from complaints.redress r join complaints.complaint c on c.id = r.complaint_id"
            + " where r.customer_id = :customer order by r.given_at, r.id");
    out.tell(
        em,
        person,
        "complaintFiles",
        "select c.number as \"complaint\", a.file_name as \"fileName\", a.type, a.bytes, a.sha256,"
            + " a.added_at as \"addedAt\" from complaints.attachment a"
            + " join complaints.complaint c on c.id = a.complaint_id"
            + " where c.customer_id = :customer order by a.added_at, a.id");
    out.tell(
        em,
        person,
        "remarks",
        "select number, kind, status, channel, product, name, contact, narrative, answer,"
            + " received_at as \"receivedAt\", answered_at as \"answeredAt\""
            + " from complaints.remark where customer_id = :customer order by received_at, id");
    out.tell(
        em,
        person,
        "complaintParties",
        "select c.number as \"complaint\", p.role, p.name, p.contact, p.relation, p.document"
            + " from complaints.party p join complaints.complaint c on c.id = p.complaint_id"
            + " where c.customer_id = :customer order by p.added_at, p.id");
  }

  @Override
  public List<Hindrance> hindrances(UUID customerId, Minimums minimums) {
    List<Hindrance> found = new ArrayList<>();
    Row state =
        NamedSql.rows(
                em,
                "select count(*) filter (where open) as open, max(coalesce(closed_at,"
                    + " received_at)) filter (where not open) as closed"
                    + " from complaints.complaint where customer_id = :customer")
            .setParameter("customer", customerId)
            .getSingleResult();
    long open = state.number("open");
    if (open > 0) {
      found.add(new Hindrance(ComplaintError.ERASURE_OPEN_COMPLAINTS, List.of(open), null));
    }
    Instant closed = state.instant("closed");
    if (closed != null) {
      LocalDate until = minimums.firstDayOver(TEXTS, closed.atZone(clock.getZone()).toLocalDate());
      if (until.isAfter(LocalDate.now(clock))) {
        found.add(
            new Hindrance(ComplaintError.ERASURE_COMPLAINTS_TOO_YOUNG, List.of(until), until));
      }
    }
    return found;
  }

  @Override
  public long erase(Erasure erasure) {
    return erasure.by(em, "complaints.erase_customer", "complaints.erase_remarks");
  }

  @Override
  public long remaining(Person person) {
    return person.count(
        em,
        "select (select count(*) from complaints.complaint"
            + " where customer_id = :customer and not texts_erased)"
            + " + (select count(*) from complaints.remark"
            + " where customer_id = :customer and not texts_erased)");
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
