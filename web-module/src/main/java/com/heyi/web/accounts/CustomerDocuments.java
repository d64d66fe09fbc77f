package com.heyi.web.accounts;

import com.heyi.accounts.DocumentKind;
import com.heyi.accounts.DocumentView;
import com.heyi.accounts.RecordDocument;
import com.heyi.accounts.UpgradesFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The documents of the customer who is shown. */
@Named("customerDocuments")
@ViewScoped
public class CustomerDocuments implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private UpgradesFacade upgrades;
  @Inject private CustomerPage page;

  private final FormKey key = new FormKey();
  private transient List<DocumentView> held;
  private DocumentKind kind;
  private String number;
  private LocalDate expiresOn;

  /** Whether the caller's role may see them. */
  public boolean isShown() {
    return page.isMallShown() && !page.isErased();
  }

  /** Whether the caller's role may record one; only of somebody who is verified. */
  public boolean isRecordable() {
    return page.isChangeable()
        && page.getCustomer().residentId() != null
        && !CallContext.current().has(Role.AUDITOR);
  }

  public List<DocumentView> getHeld() {
    if (held == null) {
      held = upgrades.documents(customer());
    }
    return held;
  }

  /** Records what the form says. */
  public String record() {
    RecordDocument command = new RecordDocument(customer(), kind, number, expiresOn);
    return Commands.run(key, () -> upgrades.record(command))
        .map(done -> Go.saying("page.accounts.document.done").again("id", customer()))
        .orElse(Go.STAY);
  }

  private UUID customer() {
    return page.getCustomer().id();
  }

  public DocumentKind[] getKinds() {
    return DocumentKind.values();
  }

  public FormKey getKey() {
    return key;
  }

  public DocumentKind getKind() {
    return kind;
  }

  public void setKind(DocumentKind kind) {
    this.kind = kind;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public LocalDate getExpiresOn() {
    return expiresOn;
  }

  public void setExpiresOn(LocalDate expiresOn) {
    this.expiresOn = expiresOn;
  }
}
