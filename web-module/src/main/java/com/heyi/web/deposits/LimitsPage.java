package com.heyi.web.deposits;

import com.heyi.accounts.AccountType;
import com.heyi.deposits.DepositsFacade;
import com.heyi.deposits.LimitKind;
import com.heyi.deposits.LimitView;
import com.heyi.deposits.SetLimit;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Money;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The limits of each type of account, and the form to set one. */
@PageAt(value = "/deposits/limits.xhtml", facade = DepositsFacade.class, needs = "limits")
@Named
@ViewScoped
public class LimitsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private DepositsFacade deposits;

  private final FormKey key = new FormKey();
  private transient List<LimitView> limits;
  private AccountType type;
  private LimitKind kind;
  private BigDecimal amount;
  private LocalDate validFrom;
  private String source;

  /** Reads the limits. */
  public void load() {
    limits = deposits.limits();
  }

  /** Sets the limit of the form. */
  public String set() {
    SetLimit command =
        new SetLimit(
            type, kind, amount == null ? null : new Money(amount, Money.CNY), validFrom, source);
    Locale locale = CallContext.current().locale();
    return Commands.run(key, () -> deposits.setLimit(command))
        .map(
            done ->
                Go.saying(
                        "page.limits.saved",
                        Texts.of(locale, done.type()),
                        Texts.of(locale, done.kind()),
                        done.validFrom())
                    .to("/deposits/limits"))
        .orElse(Go.STAY);
  }

  /** Whether the caller's role may set limits. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public List<LimitView> getLimits() {
    if (limits == null) {
      load();
    }
    return limits;
  }

  public AccountType[] getTypes() {
    return AccountType.values();
  }

  public LimitKind[] getKinds() {
    return LimitKind.values();
  }

  public FormKey getKey() {
    return key;
  }

  public AccountType getType() {
    return type;
  }

  public void setType(AccountType type) {
    this.type = type;
  }

  public LimitKind getKind() {
    return kind;
  }

  public void setKind(LimitKind kind) {
    this.kind = kind;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
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
