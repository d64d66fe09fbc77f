package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintProgressed;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.NewMessage;
import com.heyi.messages.Outbox;
import com.heyi.messages.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Tells the complainant of every step that he should know of: received, accepted, extended,
 * answered, taken up again, closed, withdrawn. Queued in the transaction of the step, so that a
 * step that is rolled back tells nothing and one that is stored tells for certain.
 */
@ApplicationScoped
public class ProgressMessages {
  private Complaints complaints;
  private Outbox outbox;
  private OneMatter oneMatter;
  private Parties parties;

  protected ProgressMessages() {}

  @Inject
  public ProgressMessages(
      Complaints complaints, Outbox outbox, OneMatter oneMatter, Parties parties) {
    this.complaints = complaints;
    this.outbox = outbox;
    this.oneMatter = oneMatter;
    this.parties = parties;
  }

  void tell(@Observes ComplaintProgressed progress) {
    complaints.find(progress.complaintId()).flatMap(this::message).ifPresent(outbox::queue);
  }

  Optional<NewMessage> message(Complaint complaint) {
    if (complaint.log().isOutsides()) {
      return Optional.empty();
    }
    String number = complaint.number();
    return switch (complaint.lastStep()) {
      case RECORD -> promising(complaint, "complaint.received");
      case ACCEPT -> promising(complaint, "complaint.accepted");
      case EXTEND ->
          about(
              complaint,
              "complaint.extended",
              number,
              complaint.deadline().dueOn().toString(),
              complaint.log().lastSaid("notice").orElse(""));
      case PAUSE ->
          about(
              complaint,
              "complaint.waiting",
              number,
              complaint.log().lastSaid("awaited").orElse(""));
      case RESUME -> promising(complaint, "complaint.resumed");
      case ANALYSE -> promising(complaint, "complaint.analysed");
      case HANDLE -> promising(complaint, "complaint.decided");
      case FEED_BACK -> about(complaint, "complaint.answered", number);
      case TURN -> about(complaint, "complaint.turned", number);
      case CONTEST, REVIEW, REOPEN, TURN_BACK -> promising(complaint, "complaint.contested");
      case CLOSE -> about(complaint, "complaint.closed", number);
      case WITHDRAW ->
          oneMatter
              .mainOf(complaint.id())
              .map(main -> about(complaint, "complaint.joined", number, main.number()))
              .orElseGet(() -> about(complaint, "complaint.withdrawn", number));
      default -> Optional.empty();
    };
  }

  /**
   * Tells until when he has his answer; after that day, that it is late, for nobody promises a day
   * that has passed.
   */
  private Optional<NewMessage> promising(Complaint complaint, String template) {
    Deadline deadline = complaint.deadline();
    return deadline.isOverdue(complaint.log().lastTakenAt())
        ? about(complaint, template + "-late", complaint.number())
        : about(complaint, template, complaint.number(), deadline.dueOn().toString());
  }

  private Optional<NewMessage> about(Complaint complaint, String template, String... args) {
    return Optional.of(
        new NewMessage(
            "complaint:" + complaint.id() + ":" + complaint.stepCount(),
            recipient(complaint, parties),
            template,
            List.of(args),
            "complaint:" + complaint.id(),
            wanted(complaint)));
  }

  /**
   * Whoever complains for somebody else is reached where he said, not where the customer is; and so
   * is the heir of one who has died, once {@link Heirs} has him told.
   */
  static Recipient recipient(Complaint complaint, Parties parties) {
    boolean himself =
        complaint.customerId() != null
            && complaint.complainant().contact() == null
            && parties.told(complaint.id()).isEmpty();
    return himself
        ? Recipient.customer(complaint.customerId())
        : new Recipient(ComplainantContacts.KIND, complaint.id(), complaint.customerId());
  }

  static MessageChannel wanted(Complaint complaint) {
    return switch (complaint.receipt().channel()) {
      case APP -> MessageChannel.APP;
      case WEB -> MessageChannel.EMAIL;
      default -> MessageChannel.SMS;
    };
  }
}
