package com.heyi.web.complaints;

import com.heyi.complaints.AddParty;
import com.heyi.complaints.AttachFile;
import com.heyi.complaints.AttachmentFile;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.ComplaintView;
import com.heyi.complaints.ComplaintsFacade;
import com.heyi.complaints.EndParty;
import com.heyi.complaints.IntakeFacade;
import com.heyi.complaints.IntakeView;
import com.heyi.complaints.JoinComplaint;
import com.heyi.complaints.PartyRole;
import com.heyi.complaints.TellHeir;
import com.heyi.imports.UploadStore;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import com.heyi.web.ui.Say;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.time.Instant;
import java.util.UUID;
import org.primefaces.model.file.UploadedFile;

/** What came in with a complaint: files, those who speak for others, cases of the same matter. */
@PageAt(value = "/complaints/intake.xhtml", facade = IntakeFacade.class, needs = "view")
@Named
@ViewScoped
public class IntakePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private IntakeFacade intake;
  @Inject private ComplaintsFacade complaints;
  @Inject private UploadStore uploads;

  private final FormKey key = new FormKey();
  private final FormKey partyKey = new FormKey();
  private String id;
  private int version;
  private String number;
  private Instant receivedAt;
  private transient IntakeView view;
  private transient UploadedFile file;
  private PartyRole role;
  private String name;
  private String contact;
  private String relation;
  private String document;
  private String main;
  private String reason;

  /** Reads what the address names. */
  public void load() {
    ComplaintView complaint = complaints.view(Param.id(id));
    version = complaint.version();
    number = complaint.number();
    receivedAt = complaint.receivedAt();
    view = intake.view(complaint.id());
  }

  /** Adds the chosen file. */
  public String attach() {
    if (file == null || file.getSize() == 0) {
      Say.warn("page.intake.file.missing");
      return Go.STAY;
    }
    return Commands.run(key, this::store)
        .map(done -> Go.saying("page.intake.attached").again("id", done.complaintId()))
        .orElse(Go.STAY);
  }

  private IntakeView store() throws IOException {
    UUID complaint = intake.mayAttach(Param.id(id));
    try (InputStream content = file.getInputStream()) {
      return intake.attach(
          new AttachFile(
              complaint,
              file.getFileName(),
              uploads.store(content, AttachFile.MOST_BYTES, ComplaintError.FILE_SIZE)));
    }
  }

  /** Names who speaks for the complainant. */
  public String addParty() {
    AddParty command = new AddParty(Param.id(id), role, name, contact, relation, document);
    return Commands.run(key, () -> intake.addParty(command))
        .map(done -> Go.saying("page.intake.party.added").again("id", done.complaintId()))
        .orElse(Go.STAY);
  }

  /** Tells an heir from now on. */
  public String tellHeir(UUID party) {
    return Commands.run(partyKey, () -> intake.tellHeir(new TellHeir(Param.id(id), party)))
        .map(done -> Go.saying("page.intake.party.told").again("id", done.complaintId()))
        .orElse(Go.STAY);
  }

  /** Ends that somebody speaks for the complainant. */
  public String endParty(UUID party) {
    return Commands.run(partyKey, () -> intake.endParty(new EndParty(Param.id(id), party)))
        .map(done -> Go.saying("page.intake.party.ended").again("id", done.complaintId()))
        .orElse(Go.STAY);
  }

  /** Joins the case to the one chosen. */
  public String join() {
    return Commands.run(
            key,
            () ->
                intake.join(
                    new JoinComplaint(
                        Param.id(id), version, main == null ? null : Ids.parse(main), reason)))
        .map(done -> Go.saying("page.intake.joined.done").again("id", done.complaintId()))
        .orElse(Go.STAY);
  }

  /** Hands a file out, for saving. */
  public void download(String attachment) throws IOException {
    AttachmentFile found = intake.download(Ids.parse(attachment));
    ExternalContext answer = FacesContext.getCurrentInstance().getExternalContext();
    answer.responseReset();
    answer.setResponseContentType(found.attachment().type().mediaType());
    answer.setResponseHeader(
        "Content-Disposition",
        "attachment; filename=\""
            + found.attachment().id()
            + "."
            + found.attachment().type().ending()
            + "\"");
    Files.copy(found.path(), answer.getResponseOutputStream());
    FacesContext.getCurrentInstance().responseComplete();
  }

  /** Whether the caller may add something. */
  public boolean isChangeable() {
    return !CallContext.current().has(Role.AUDITOR);
  }

  /** Whether the caller may join cases. */
  public boolean isJoinable() {
    return getView().main() == null && !getView().likely().isEmpty() && isOfTheDesk();
  }

  /** Whether the caller brings cases on or distributes them. */
  public boolean isOfTheDesk() {
    return CallContext.current().has(Role.COMPLAINT_HANDLER)
        || CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** Whether somebody is an heir who is not told yet. */
  public boolean untold(IntakeView.Party one) {
    return one.role() == PartyRole.HEIR
        && one.contact() != null
        && one.toldSince() == null
        && one.endedAt() == null;
  }

  /** Whether another case came in later, which goes on for no earlier one. */
  public boolean later(IntakeView.Related one) {
    return one.receivedAt().isAfter(receivedAt);
  }

  public PartyRole[] getRoles() {
    return PartyRole.values();
  }

  public IntakeView getView() {
    if (view == null) {
      load();
    }
    return view;
  }

  public String getNumber() {
    return number;
  }

  public FormKey getPartyKey() {
    return partyKey;
  }

  public FormKey getKey() {
    return key;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public UploadedFile getFile() {
    return file;
  }

  public void setFile(UploadedFile file) {
    this.file = file;
  }

  public PartyRole getRole() {
    return role;
  }

  public void setRole(PartyRole role) {
    this.role = role;
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

  public String getRelation() {
    return relation;
  }

  public void setRelation(String relation) {
    this.relation = relation;
  }

  public String getDocument() {
    return document;
  }

  public void setDocument(String document) {
    this.document = document;
  }

  public String getMain() {
    return main;
  }

  public void setMain(String main) {
    this.main = main;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
