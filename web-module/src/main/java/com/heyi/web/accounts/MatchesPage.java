package com.heyi.web.accounts;

import com.heyi.accounts.MatchStatus;
import com.heyi.accounts.MatchView;
import com.heyi.accounts.MatchingFacade;
import com.heyi.accounts.MergeCustomers;
import com.heyi.accounts.RejectMatch;
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
import java.util.UUID;

/** Who the customers of old apps may be, for a person to decide. */
@PageAt(value = "/accounts/matches.xhtml", facade = MatchingFacade.class, needs = "list")
@Named
@ViewScoped
public class MatchesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private MatchingFacade matching;

  private final FormKey key = new FormKey();
  private LazyList<MatchView> list;
  private UUID chosen;
  private long chosenVersion;
  private UUID customer;
  private long customerVersion;
  private UUID other;
  private String reason;

  /** Reads the suggestions that the address asks for. */
  public void open() {
    list = LazyList.of(matching::list, "status");
  }

  /** Remembers the suggestion that a dialog is about. */
  public void choose(MatchView match) {
    chosen = match.id();
    chosenVersion = match.version();
    customer = match.customerId();
    customerVersion = match.customerVersion();
    other = match.otherId();
  }

  public String merge() {
    MergeCustomers command = new MergeCustomers(customer, customerVersion, other, reason);
    return Commands.run(key, () -> matching.merge(command))
        .map(
            done ->
                Go.saying("page.matches.merged", done.number())
                    .to("/accounts/customer", "id", done.id()))
        .orElse(Go.STAY);
  }

  public String reject() {
    RejectMatch command = new RejectMatch(chosen, chosenVersion, reason);
    return Commands.run(key, () -> matching.reject(command))
        .map(done -> Go.saying("page.matches.rejected").to("/accounts/matches"))
        .orElse(Go.STAY);
  }

  public boolean decidable(MatchView match) {
    return match.status() == MatchStatus.OPEN
        && (CallContext.current().has(Role.OPERATOR)
            || CallContext.current().has(Role.HEAD_OFFICE_ADMIN));
  }

  public MatchStatus[] getStatuses() {
    return MatchStatus.values();
  }

  public LazyList<MatchView> getList() {
    return list;
  }

  public FormKey getKey() {
    return key;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
