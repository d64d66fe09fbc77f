package com.heyi.complaints.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.complaints.ComplaintProgressed;
import com.heyi.complaints.ComplaintView;
import com.heyi.shared.facade.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;

/** Shows a complaint whole, with the customer's name and what a body outside says of it. */
@ApplicationScoped
public class CaseViews {
  @Inject private Complaints complaints;
  @Inject private Pyramid pyramid;
  @Inject private CustomerDirectory customers;
  @Inject private Event<ComplaintProgressed> progressed;

  protected CaseViews() {}

  /** For tests that bring their own. */
  public CaseViews(
      Complaints complaints,
      Pyramid pyramid,
      CustomerDirectory customers,
      Event<ComplaintProgressed> progressed) {
    this.complaints = complaints;
    this.pyramid = pyramid;
    this.customers = customers;
    this.progressed = progressed;
  }

  /** As it is, as far as the caller may see it. */
  public ComplaintView of(Complaint complaint) {
    Optional<CustomerRef> customer =
        Optional.ofNullable(complaint.customerId()).flatMap(customers::find);
    return complaint
        .shown()
        .view(
            customer.map(CustomerRef::number).orElse(null),
            customer.map(CustomerRef::name).orElse(null),
            complaints.cfpbRecord(complaint.id()).map(CfpbRecord::view).orElse(null),
            CallContext.current(),
            pyramid.actor(CallContext.current()),
            complaints.clockOf(complaint));
  }

  /**
   * As it is after the step that was just taken. Stored first, so that it carries the version that
   * the next change must name; whoever waits for steps is told.
   */
  public ComplaintView afterStep(Complaint complaint) {
    complaints.flush();
    progressed.fire(
        new ComplaintProgressed(complaint.id(), complaint.customerId(), complaint.lastStep()));
    return of(complaint);
  }
}
