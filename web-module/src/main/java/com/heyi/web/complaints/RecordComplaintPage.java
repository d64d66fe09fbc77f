package com.heyi.web.complaints;

import com.heyi.accounts.CustomerView;
import com.heyi.accounts.CustomersFacade;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintsFacade;
import com.heyi.complaints.Complexity;
import com.heyi.complaints.RecordComplaint;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import com.heyi.web.errors.FacesErrors;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The form that records a complaint. */
@PageAt(value = "/complaints/record.xhtml", facade = ComplaintsFacade.class, needs = "record")
@Named
@ViewScoped
public class RecordComplaintPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient ComplaintsFacade complaints;
  @Inject private transient Clock clock;

  @Inject private transient CustomersFacade customers;

  private final FormKey key = new FormKey();
  private transient CustomerView known;
  private String account;
  private ComplaintChannel channel;
  private String customer;
  private String complainantName;
  private String complainantContact;
  private String branch;
  private String product;
  private String subProduct;
  private String issue;
  private String narrative;
  private Complexity complexity = Complexity.SIMPLE;
  private LocalDate receivedAt;
  private LocalDateTime callBackAt;
  private String externalSource;
  private String externalReference;

  /** Records it and shows it. */
  public String submit() {
    return Commands.run(key, () -> complaints.record(command()))
        .map(
            done ->
                Go.saying("page.complaints.said.RECORD", done.number(), done.dueOn().toString())
                    .to("/complaints/complaint", "id", done.id()))
        .orElse(Go.STAY);
  }

  /** Reads what the bank holds of the customer, so that nobody asks him for it again. */
  public void lookUp() {
    known = null;
    if (customer == null || customer.isBlank()) {
      return;
    }
    try {
      known = customers.findByNumber(customer.strip());
      if (branch == null || branch.isBlank()) {
        branch = known.homeBranch();
      }
    } catch (HeyiException e) {
      FacesErrors.tell(FacesContext.getCurrentInstance(), e);
    }
  }

  /** Takes the product from the account chosen. */
  public void chooseAccount() {
    if (known != null && account != null) {
      known.accounts().stream()
          .filter(one -> one.number().equals(account))
          .findFirst()
          .ifPresent(
              one -> {
                product = Texts.of(CallContext.current().locale(), one.type());
                subProduct = one.number();
              });
    }
  }

  /** The customer who was looked up, or null. */
  public CustomerView getKnown() {
    return known;
  }

  public String getAccount() {
    return account;
  }

  public void setAccount(String account) {
    this.account = account;
  }

  private RecordComplaint command() {
    return new RecordComplaint(
        channel,
        customer,
        complainantName,
        complainantContact,
        branch,
        product,
        subProduct,
        issue,
        null,
        narrative,
        complexity,
        received(),
        externalSource,
        externalReference,
        callBack());
  }

  /** Of a day before today its beginning, which is all that is known of it; of today now. */
  private Instant received() {
    return receivedAt == null || receivedAt.equals(LocalDate.now(clock))
        ? null
        : receivedAt.atStartOfDay(clock.getZone()).toInstant();
  }

  private Instant callBack() {
    return callBackAt == null ? null : callBackAt.atZone(clock.getZone()).toInstant();
  }

  public FormKey getKey() {
    return key;
  }

  public ComplaintChannel[] getChannels() {
    return ComplaintChannel.values();
  }

  public Complexity[] getComplexities() {
    return Complexity.values();
  }

  public ComplaintChannel getChannel() {
    return channel;
  }

  public void setChannel(ComplaintChannel channel) {
    this.channel = channel;
  }

  public String getCustomer() {
    return customer;
  }

  public void setCustomer(String customer) {
    this.customer = customer;
  }

  public String getComplainantName() {
    return complainantName;
  }

  public void setComplainantName(String complainantName) {
    this.complainantName = complainantName;
  }

  public String getComplainantContact() {
    return complainantContact;
  }

  public void setComplainantContact(String complainantContact) {
    this.complainantContact = complainantContact;
  }

  public String getBranch() {
    return branch;
  }

  public void setBranch(String branch) {
    this.branch = branch;
  }

  public String getProduct() {
    return product;
  }

  public void setProduct(String product) {
    this.product = product;
  }

  public String getSubProduct() {
    return subProduct;
  }

  public void setSubProduct(String subProduct) {
    this.subProduct = subProduct;
  }

  public String getIssue() {
    return issue;
  }

  public void setIssue(String issue) {
    this.issue = issue;
  }

  public String getNarrative() {
    return narrative;
  }

  public void setNarrative(String narrative) {
    this.narrative = narrative;
  }

  public Complexity getComplexity() {
    return complexity;
  }

  public void setComplexity(Complexity complexity) {
    this.complexity = complexity;
  }

  public LocalDate getReceivedAt() {
    return receivedAt;
  }

  public void setReceivedAt(LocalDate receivedAt) {
    this.receivedAt = receivedAt;
  }

  public LocalDateTime getCallBackAt() {
    return callBackAt;
  }

  public void setCallBackAt(LocalDateTime callBackAt) {
    this.callBackAt = callBackAt;
  }

  public String getExternalSource() {
    return externalSource;
  }

  public void setExternalSource(String externalSource) {
    this.externalSource = externalSource;
  }

  public String getExternalReference() {
    return externalReference;
  }

  public void setExternalReference(String externalReference) {
    this.externalReference = externalReference;
  }
}
