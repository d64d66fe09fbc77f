package com.heyi.learning.internal;

import com.heyi.complaints.CaseDirectory;
import com.heyi.messages.MessageSent;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The beans of one transaction; accounts that begin with "nobody" are nobody's. */
public final class LearningBench {
  private final EntityManager em;
  private final Clock clock;
  private final CaseDirectory cases;

  public LearningBench(EntityManager em, Clock clock, CaseDirectory cases) {
    this.em = em;
    this.clock = clock;
    this.cases = cases;
  }

  public RootCauses causes() {
    return new RootCauses(em, clock, cases);
  }

  public Notices notices() {
    return new Notices(em, clock);
  }

  public Problems problems() {
    return new Problems(
        em, clock, cases, causes(), new Effects(em, clock, causes(), cases), notices(), 30);
  }

  public PointRules rules() {
    return new PointRules(em, clock);
  }

  public Accountability accountability() {
    return new Accountability(
        em,
        clock,
        causes(),
        rules(),
        notices(),
        user -> user.startsWith("nobody") ? Set.of() : Set.of(Role.OPERATOR),
        15);
  }

  public SecondFailures failures() {
    return new SecondFailures(em, clock, cases, notices(), 30);
  }

  public WinBacks winBacks() {
    return new WinBacks(em, clock, causes(), notices());
  }

  /** With the links that were sent, in the order of sending. */
  public Surveys surveys(java.util.List<String> sent) {
    return new Surveys(
        em,
        clock,
        cases,
        message -> sent.add(message.args().get(1)),
        "https://bank.example/survey",
        14);
  }

  public Satisfaction satisfaction() {
    return new Satisfaction(em, clock);
  }

  public void closed(com.heyi.complaints.CaseRef about, java.util.List<String> sent) {
    surveys(sent)
        .closed(
            new com.heyi.complaints.ComplaintProgressed(
                about.id(), about.customerId(), com.heyi.complaints.ComplaintStep.CLOSE));
  }

  /** The question of a survey was handed over. */
  public void handedOver(UUID survey) {
    surveys(List.of()).sent(new MessageSent(Ids.next(), "survey:" + survey));
  }

  public WatchesTheDesk watch() {
    return new WatchesTheDesk(cases, failures(), winBacks(), notices());
  }

  public void recorded(com.heyi.complaints.CaseRef about) {
    watch().recorded(new com.heyi.complaints.ComplaintRecorded(about.id(), about.customerId()));
  }

  public void progressed(
      com.heyi.complaints.CaseRef about, com.heyi.complaints.ComplaintStep step) {
    watch()
        .progressed(
            new com.heyi.complaints.ComplaintProgressed(about.id(), about.customerId(), step));
  }

  public void near(com.heyi.complaints.DeadlineNear event) {
    watch().near(event);
  }

  public DueActions due() {
    return new DueActions(em, clock, problems(), notices(), 7);
  }

  public void remind() {
    due().remind();
  }

  /** One morning: reminders, and the look at actions whose months have passed. */
  public void morning() {
    due().remind();
    due().toCheck(100).forEach(due()::check);
  }
}
