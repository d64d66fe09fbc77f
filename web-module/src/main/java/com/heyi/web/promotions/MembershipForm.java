package com.heyi.web.promotions;

import com.heyi.accounts.CustomersFacade;
import com.heyi.promotions.BenefitFacade;
import com.heyi.promotions.BuyMembership;
import com.heyi.promotions.LevelView;
import com.heyi.promotions.MembershipView;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Formats;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.Param;
import com.heyi.web.ui.PayingAccounts;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The form by which a customer buys a level, on the page of what he has of promotions. */
@Named("membershipForm")
@ViewScoped
public class MembershipForm implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private BenefitFacade benefits;
  @Inject private CustomersFacade customers;
  @Inject private transient Formats formats;
  private final FormKey key = new FormKey();
  private final ArrayList<SelectItem> levels = new ArrayList<>();
  private final ArrayList<SelectItem> accounts = new ArrayList<>();
  private String id;
  private UUID renews;
  private boolean renewed;
  private String renewedName;
  private LocalDate renewedUntil;
  private String level;
  private String accountId;

  /** Reads what there is to buy, what the customer can pay it with, and what he would renew. */
  public void load(String customerId) {
    id = customerId;
    renews = null;
    List<MembershipView> goingOn =
        benefits.memberships(Param.id(id)).stream().filter(MembershipView::goesOn).toList();
    renewed = goingOn.size() > 1;
    goingOn.stream().findFirst().ifPresent(this::seen);
    List<LevelView> offered = benefits.levels();
    levels.clear();
    offered.stream().map(this::option).forEach(levels::add);
    accounts.clear();
    if (offered.stream().anyMatch(each -> !each.cash().isZero())) {
      accounts.addAll(PayingAccounts.of(customers.view(Param.id(id))));
    }
  }

  /** Keeps what the form is drawn with, as the purchase must name what the clerk saw. */
  private void seen(MembershipView membership) {
    renews = membership.id();
    renewedName = membership.name();
    renewedUntil = membership.endsOn();
  }

  private SelectItem option(LevelView each) {
    return new SelectItem(each.code(), each.name() + " · " + price(each));
  }

  private String price(LevelView each) {
    List<String> parts = new ArrayList<>();
    if (!each.fee().isZero()) {
      parts.add(text("page.promotions.level.points", formats.points(each.fee())));
    }
    if (!each.cash().isZero()) {
      parts.add(formats.money(each.cash()));
    }
    return parts.isEmpty() ? text("page.promotions.level.free") : String.join(" + ", parts);
  }

  private static String text(String textKey, Object... args) {
    return Texts.get(CallContext.current().locale(), textKey, args);
  }

  public String buy() {
    BuyMembership command =
        new BuyMembership(
            Param.id(id),
            level,
            accountId == null || accountId.isBlank() ? null : Param.id(accountId),
            renews);
    return Commands.run(key, () -> benefits.buy(command))
        .map(done -> Go.saying("page.promotions.bought").again("id", id))
        .orElse(Go.STAY);
  }

  /** The levels, with what each costs. */
  public List<SelectItem> getLevels() {
    return levels;
  }

  /** The customer's accounts that can pay; none when no level costs money. */
  public List<SelectItem> getAccounts() {
    return accounts;
  }

  /** Whether the customer had a membership when the form was drawn, which this one follows. */
  public boolean isRenewal() {
    return renews != null;
  }

  /** Whether he has renewed already, so that nothing can be bought until that one has begun. */
  public boolean isRenewed() {
    return renewed;
  }

  public String getRenewedName() {
    return renewedName;
  }

  public LocalDate getRenewedUntil() {
    return renewedUntil;
  }

  public FormKey getKey() {
    return key;
  }

  public String getLevel() {
    return level;
  }

  public void setLevel(String level) {
    this.level = level;
  }

  public String getAccountId() {
    return accountId;
  }

  public void setAccountId(String accountId) {
    this.accountId = accountId;
  }
}
