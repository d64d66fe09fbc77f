package com.heyi.web.accounts;

import com.heyi.accounts.CustomersFacade;
import com.heyi.accounts.IdentityStatus;
import com.heyi.accounts.MatchingFacade;
import com.heyi.accounts.MergeCustomers;
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

  /** Whether this customer may turn out to be another, and the caller may say so. */
  public boolean isShown() {
    return page.isChangeable()
        && page.getCustomer().identityStatus() == IdentityStatus.UNVERIFIED
        && page.getCustomer().mergedInto() == null;
  }

  /** Merges him, as he was when the page was opened, into whom the form names. */
  public String merge() {
    return Commands.run(
            key,
            () ->
                matching.merge(
                    new MergeCustomers(
                        page.getCustomer().id(),
                        page.getVersion(),
                        customers.findByNumber(number.strip()).id(),
                        reason)))
        .map(
            done ->
                Go.saying("page.matches.merged", done.number())
                    .to("/accounts/customer", "id", done.id()))
        .orElse(Go.STAY);
  }

  public FormKey getKey() {
    return key;
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
