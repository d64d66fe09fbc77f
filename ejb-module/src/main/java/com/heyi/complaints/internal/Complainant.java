package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.RecordComplaint;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who complains: a customer, somebody for him, or a stranger, but nobody who could not be answered.
 * Of cases taken over from outside nothing is known.
 */
@Embeddable
class Complainant {
  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Personal(Mask.NAME)
  @Column(name = "complainant_name", updatable = false)
  private String complainantName;

  @Personal(Mask.LAST_FOUR)
  @Column(name = "complainant_contact", updatable = false)
  private String complainantContact;

  /** Nobody who is known. */
  protected Complainant() {}

  private Complainant(UUID customerId, String name, String contact) {
    this.customerId = customerId;
    this.complainantName = name;
    this.complainantContact = contact;
  }

  /** Of a complaint that is recorded now, which {@link #wrong} found right. */
  static Complainant of(RecordComplaint command, UUID customerId) {
    return new Complainant(customerId, command.complainantName(), command.complainantContact());
  }

  /** What is wrong with what the command says of him. */
  static List<FieldError> wrong(RecordComplaint command, UUID customerId) {
    return customerId == null && command.complainantContact() == null
        ? List.of(FieldError.of("complainantContact", ComplaintError.NO_CONTACT.code()))
        : List.of();
  }

  /** The customer, when it is he who complains and nobody for him. */
  Optional<UUID> customerHimself() {
    return complainantName == null ? Optional.ofNullable(customerId) : Optional.empty();
  }

  /** The customer it is about, or null. */
  UUID customerId() {
    return customerId;
  }

  /** His name where he is not the customer, or null. */
  String name() {
    return complainantName;
  }

  /** Where he is reached where that is not where the customer is, or null. */
  String contact() {
    return complainantContact;
  }
}
