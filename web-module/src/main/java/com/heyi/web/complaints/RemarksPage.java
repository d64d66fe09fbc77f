package com.heyi.web.complaints;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.PraiseCount;
import com.heyi.complaints.RecordRemark;
import com.heyi.complaints.RemarkKind;
import com.heyi.complaints.RemarkRow;
import com.heyi.complaints.RemarkStatus;
import com.heyi.complaints.RemarksFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Suggestions and praise, who was praised, and the form that records one. */
@PageAt(value = "/complaints/remarks.xhtml", facade = RemarksFacade.class, needs = "list")
@Named
@ViewScoped
public class RemarksPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private RemarksFacade remarks;

  private final FormKey key = new FormKey();
  private LazyList<RemarkRow> list;
  private transient List<PraiseCount> praised;
  private RemarkKind kind = RemarkKind.SUGGESTION;
  private ComplaintChannel channel = ComplaintChannel.COUNTER;
  private String customer;
  private String name;
  private String contact;
  private String branch;
  private String product;
  private String narrative;
  private String staff;

  /** Reads the list. */
  public void open() {
    list = LazyList.of(remarks::list, "kind", "status", "branch", "staff");
  }

  public String record() {
    RecordRemark command =
        new RecordRemark(
            kind, channel, customer, name, contact, branch, product, narrative, staff, null);
    return Commands.run(key, () -> remarks.record(command))
        .map(
            done ->
                Go.saying("page.remarks.recorded", done.row().number())
                    .to("/complaints/remark", "id", done.id()))
        .orElse(Go.STAY);
  }

  /** Whether the caller records. */
  public boolean isRecordable() {
    return !CallContext.current().has(Role.AUDITOR) || CallContext.current().roles().size() > 1;
  }

  /** Who was praised; a branch system is not told. */
  public List<PraiseCount> getPraised() {
    if (praised == null) {
      praised = CallContext.current().boundBranch().isPresent() ? List.of() : remarks.praised();
    }
    return praised;
  }

  public RemarkKind[] getKinds() {
    return RemarkKind.values();
  }

  public RemarkStatus[] getStatuses() {
    return RemarkStatus.values();
  }

  public ComplaintChannel[] getChannels() {
    return ComplaintChannel.values();
  }

  public LazyList<RemarkRow> getList() {
    return list;
  }

  public FormKey getKey() {
    return key;
  }

  public RemarkKind getKind() {
    return kind;
  }

  public void setKind(RemarkKind kind) {
    this.kind = kind;
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

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getContact() {
    return contact;
  }

  public void setContact(String contact) {
    this.contact = contact;
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

  public String getNarrative() {
    return narrative;
  }

  public void setNarrative(String narrative) {
    this.narrative = narrative;
  }

  public String getStaff() {
    return staff;
  }

  public void setStaff(String staff) {
    this.staff = staff;
  }
}
