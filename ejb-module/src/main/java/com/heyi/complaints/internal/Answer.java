package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.FeedBackComplaint;
import com.heyi.shared.facade.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What the complainant was told last, how and when. */
@Embeddable
class Answer {
  @Personal private String answer;

  @Enumerated(EnumType.STRING)
  @Column(name = "answer_channel")
  private ComplaintChannel answerChannel;

  @Column(name = "answered_at")
  private Instant answeredAt;

  /** Not answered yet. */
  protected Answer() {}

  Answer(FeedBackComplaint command, Instant now) {
    this.answer = command.answer();
    this.answerChannel = command.answerChannel();
    this.answeredAt = now;
  }

  /** It as the step tells it. */
  StepDetail told() {
    return StepDetail.of("answerChannel", answerChannel).with("answer", answer);
  }

  /** Whether there was one, though its words may be erased since. */
  boolean isGiven() {
    return answeredAt != null;
  }

  /** Its words, or null. */
  String words() {
    return answer;
  }

  ComplaintChannel channel() {
    return answerChannel;
  }

  Instant givenAt() {
    return answeredAt;
  }
}
