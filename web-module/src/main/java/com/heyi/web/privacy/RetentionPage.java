package com.heyi.web.privacy;

import com.heyi.privacy.ChangeRetention;
import com.heyi.privacy.PrivacyFacade;
import com.heyi.privacy.RetentionView;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** How long each kind of record is kept. */
@PageAt(value = "/privacy/retention.xhtml", facade = PrivacyFacade.class, needs = "retention")
@Named
@ViewScoped
public class RetentionPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PrivacyFacade privacy;
  private final FormKey key = new FormKey();
  private transient List<RetentionView> rows;
  private String kind;
  private Integer keepDays;
  private String reason;

  /** Reads the table. */
  public void load() {
    rows = privacy.retention();
  }

  /** Changes a period, as the table was when the page was opened. */
  public String change() {
    long version =
        getRows().stream()
            .filter(row -> row.kind().equals(kind))
            .mapToLong(RetentionView::version)
            .findFirst()
            .orElse(0);
    return Commands.run(
            key,
            () -> privacy.changeRetention(new ChangeRetention(kind, keepDays, version, reason)))
        .map(
            done ->
                Go.saying("page.privacy.changed", name(done.kind()), done.keepDays())
                    .to("/privacy/retention"))
        .orElse(Go.STAY);
  }

  /** Whether the caller may change a period; an auditor only reads. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** The kinds whose period can be changed. */
  public List<SelectItem> getKinds() {
    return getRows().stream()
        .filter(RetentionView::changeable)
        .map(row -> new SelectItem(row.kind(), name(row.kind())))
        .toList();
  }

  private static String name(String kind) {
    return Texts.get(CallContext.current().locale(), "privacy.kind." + kind);
  }

  public List<RetentionView> getRows() {
    if (rows == null) {
      load();
    }
    return rows;
  }

  public FormKey getKey() {
    return key;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public Integer getKeepDays() {
    return keepDays;
  }

  public void setKeepDays(Integer keepDays) {
    this.keepDays = keepDays;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
