package com.heyi.web.mall;

import com.heyi.mall.CorrectionsFacade;
import com.heyi.mall.ExpiryMethod;
import com.heyi.mall.ExpiryRule;
import com.heyi.mall.GrantKind;
import com.heyi.mall.SetExpiryRule;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** How long points last, and the form to set it. */
@PageAt(value = "/mall/rules.xhtml", facade = CorrectionsFacade.class, needs = "expiryRules")
@Named
@ViewScoped
public class PointsRulesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CorrectionsFacade corrections;

  private final FormKey key = new FormKey();
  private transient List<ExpiryRule> rules;
  private GrantKind kind;
  private ExpiryMethod method;
  private Integer length;
  private LocalDate validFrom;
  private String source;

  /** Reads the rules. */
  public void load() {
    rules = corrections.expiryRules();
  }

  /** Sets the rule of the form. */
  public String set() {
    SetExpiryRule command =
        new SetExpiryRule(kind, validFrom, method, length == null ? 0 : length, source);
    return Commands.run(key, () -> corrections.setExpiryRule(command))
        .map(done -> Go.saying("page.mall.rules.saved", done.validFrom()).to("/mall/rules"))
        .orElse(Go.STAY);
  }

  /** Whether the caller's role may set rules. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public List<ExpiryRule> getRules() {
    if (rules == null) {
      load();
    }
    return rules;
  }

  public GrantKind[] getKinds() {
    return GrantKind.values();
  }

  public ExpiryMethod[] getMethods() {
    return ExpiryMethod.values();
  }

  public FormKey getKey() {
    return key;
  }

  public GrantKind getKind() {
    return kind;
  }

  public void setKind(GrantKind kind) {
    this.kind = kind;
  }

  public ExpiryMethod getMethod() {
    return method;
  }

  public void setMethod(ExpiryMethod method) {
    this.method = method;
  }

  public Integer getLength() {
    return length;
  }

  public void setLength(Integer length) {
    this.length = length;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }
}
