package com.heyi.web.accounts;

import com.heyi.accounts.CustomerView;
import com.heyi.accounts.CustomersFacade;
import com.heyi.accounts.IdentityStatus;
import com.heyi.accounts.MatchingFacade;
import com.heyi.accounts.MergeCustomers;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Says that an unverified customer is another one, though nobody suggested it. */
@Named
@ViewScoped
public class MergeForm implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CustomersFacade customers;
  @Inject private MatchingFacade matching;
  @Inject private CustomerPage page;

  private final FormKey key = new FormKey();
  private String number;
  private String reason;
  private transient CustomerView into;
  private transient String hindrance;

  /** Whether this customer may turn out to be another, and the caller may say so. */
  public boolean isShown() {
    return page.isChangeable()
        && page.getCustomer().identityStatus() == IdentityStatus.UNVERIFIED
        && page.getCustomer().mergedInto() == null;
  }

  /** Looks up whom the number names, so that he is seen before the two are merged. */
  public void look() {
    into = null;
    hindrance = null;
    if (number.isBlank()) {
      hindrance = text("ui.field.required");
      return;
    }
    try {
      into = customers.findByNumber(number.strip());
    } catch (HeyiException e) {
      if (!CommonError.NOT_FOUND.code().equals(e.code())) {
        throw e;
      }
      hindrance = text("page.matches.into-unknown", number.strip());
      return;
    }
    if (into.id().equals(page.getCustomer().id())) {
      into = null;
      hindrance = text("page.matches.into-himself");
    } else if (into.mergedInto() != null) {
      hindrance = text("page.matches.into-merged", into.mergedInto().number());
    }
  }

  private static String text(String key, Object... arguments) {
    return Texts.get(CallContext.current().locale(), key, arguments);
  }

  /** Merges him, as he was when the page was opened, into whom the form names. */
  public String merge() {
    look();
    if (hindrance != null) {
      return Go.STAY;
    }
    MergeCustomers command =
        new MergeCustomers(page.getCustomer().id(), page.getVersion(), into.id(), reason);
    return Commands.run(key, () -> matching.merge(command))
        .map(
            done ->
                Go.saying("page.matches.merged", done.number())
                    .to("/accounts/customer", "id", done.id()))
        .orElse(Go.STAY);
  }

  public FormKey getKey() {
    return key;
  }

  /** Whom the number names, or null. */
  public CustomerView getInto() {
    return into;
  }

  /** Why nobody can be merged into him, or null. */
  public String getHindrance() {
    return hindrance;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
