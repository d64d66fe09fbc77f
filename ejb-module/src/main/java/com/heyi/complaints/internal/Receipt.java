package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.RecordComplaint;
import com.heyi.shared.error.FieldError;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How and when a complaint came in, and what a body outside numbers it: never later than it is
 * recorded, and a number of another body only with its name.
 */
@Embeddable
class Receipt {
  /** The source of complaints that are numbered by nobody else. */
  private static final String OWN_SOURCE = "HEYI";

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ComplaintChannel channel;

  @Column(updatable = false)
  private String source;

  @Column(name = "external_ref", updatable = false)
  private String externalRef;

  @Column(name = "received_at", updatable = false)
  private Instant receivedAt;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  protected Receipt() {}

  private Receipt(
      ComplaintChannel channel,
      String source,
      String externalRef,
      Instant receivedAt,
      Instant recordedAt) {
    this.channel = channel;
    this.source = source;
    this.externalRef = externalRef;
    this.receivedAt = receivedAt;
    this.recordedAt = recordedAt;
  }

  /** Of a complaint that is recorded now, which {@link #wrong} found right. */
  static Receipt of(RecordComplaint command, Instant now) {
    return new Receipt(
        command.channel(),
        Objects.requireNonNullElse(command.externalSource(), OWN_SOURCE),
        command.externalReference(),
        Objects.requireNonNullElse(command.receivedAt(), now),
        now);
  }

  static Receipt of(OutsideCase outside, Instant now) {
    return new Receipt(
        outside.channel(), outside.source(), outside.reference(), outside.receivedAt(), now);
  }

  /** What is wrong with what the command says of it. */
  static List<FieldError> wrong(RecordComplaint command, Instant now) {
    List<FieldError> wrong = new ArrayList<>();
    if (command.receivedAt() != null && command.receivedAt().isAfter(now)) {
      wrong.add(FieldError.of("receivedAt", ComplaintError.RECEIVED_LATER.code()));
    }
    if ((command.externalSource() == null) != (command.externalReference() == null)
        || OWN_SOURCE.equals(command.externalSource())) {
      wrong.add(FieldError.of("externalReference", ComplaintError.EXTERNAL_INCOMPLETE.code()));
    }
    return wrong;
  }

  ComplaintChannel channel() {
    return channel;
  }

  String source() {
    return source;
  }

  String externalRef() {
    return externalRef;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  Instant recordedAt() {
    return recordedAt;
  }
}
