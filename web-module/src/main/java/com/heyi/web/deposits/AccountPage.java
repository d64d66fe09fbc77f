package com.heyi.web.deposits;

import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.accounts.AccountView;
import com.heyi.accounts.AccountsFacade;
import com.heyi.accounts.CloseAccount;
import com.heyi.accounts.CustomerView;
import com.heyi.accounts.CustomersFacade;
import com.heyi.accounts.FreezeAccount;
import com.heyi.accounts.UnfreezeAccount;
import com.heyi.accounts.UpgradeAccount;
import com.heyi.accounts.UpgradeCheck;
import com.heyi.accounts.UpgradesFacade;
import com.heyi.deposits.AccountBalance;
import com.heyi.deposits.BookMovement;
import com.heyi.deposits.DepositsFacade;
import com.heyi.deposits.LimitUse;
import com.heyi.deposits.MovementKind;
import com.heyi.deposits.MovementView;
import com.heyi.deposits.ReverseMovement;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.ui.Amounts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Formats;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * One account: what lies in it, what is left of its limits, its statement, and what can be done.
 */
@PageAt(value = "/deposits/account.xhtml", facade = DepositsFacade.class, needs = "balance")
@Named
@ViewScoped
public class AccountPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The account's id stands in the address like a filter, so that it outlives sorting. */
  private static final String ID = "id";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Inject private AccountsFacade accounts;
  @Inject private CustomersFacade customers;
  @Inject private DepositsFacade deposits;
  @Inject private UpgradesFacade upgrades;
  @Inject private Formats formats;

  private final FormKey bookKey = new FormKey();
  private final FormKey reverseKey = new FormKey();
  private final FormKey statusKey = new FormKey();
  private final FormKey upgradeKey = new FormKey();
  private String id;
  private transient AccountView account;
  private transient CustomerView owner;
  private transient AccountBalance balance;
  private transient UpgradeCheck upgrade;
  private long version;
  private LazyList<MovementView> list;
  private MovementKind kind = MovementKind.CASH_IN;
  private BigDecimal amount;
  private String counterparty;
  private String memo;
  private UUID wrong;
  private String reason;

  /** Reads the account that the address names. */
  public void load() {
    read();
    version = account.version();
    list = LazyList.of(this::page, ID);
  }

  private void read() {
    account = accounts.view(Param.id(id));
    owner = customers.view(account.customerId());
    balance = deposits.balance(account.id());
    upgrade =
        isChangeable() && account.type() != AccountType.I ? upgrades.check(account.id()) : null;
  }

  /** Makes the account one of type I. */
  public String upgrade() {
    UpgradeAccount command = new UpgradeAccount(Param.id(id), version);
    return Commands.run(upgradeKey, () -> upgrades.upgrade(command))
        .map(done -> Go.saying("page.deposits.upgraded", done.number()).again(ID, id))
        .orElse(Go.STAY);
  }

  /** Whether an upgrade to type I is offered: documents may still be missing. */
  public boolean isUpgradable() {
    return upgrade != null && upgrade.hindrance() == null;
  }

  /** What an upgrade needs, or null when none is offered. */
  public UpgradeCheck getUpgrade() {
    return upgrade;
  }

  private Page<MovementView> page(PageRequest request) {
    return deposits.statement(Param.id(id), request.without(ID));
  }

  /** Books the movement of the form. */
  public String book() {
    BookMovement command =
        new BookMovement(Param.id(id), kind, Amounts.of(amount), counterparty, memo);
    return Commands.run(bookKey, () -> deposits.book(command))
        .map(done -> said("page.deposits.booked", done))
        .orElse(Go.STAY);
  }

  /** Takes back the movement that was chosen. */
  public String reverse() {
    ReverseMovement command = new ReverseMovement(Param.id(id), wrong, reason);
    return Commands.run(reverseKey, () -> deposits.reverse(command))
        .map(done -> said("page.deposits.reversed", done))
        .orElse(Go.STAY);
  }

  private String said(String key, MovementView done) {
    return Go.saying(key, formats.money(done.balanceAfter())).again(ID, id);
  }

  public String freeze() {
    FreezeAccount command = new FreezeAccount(Param.id(id), version, reason);
    return Commands.run(statusKey, () -> accounts.freeze(command))
        .map(done -> Go.saying("page.deposits.frozen").again(ID, id))
        .orElse(Go.STAY);
  }

  public String unfreeze() {
    UnfreezeAccount command = new UnfreezeAccount(Param.id(id), version, reason);
    return Commands.run(statusKey, () -> accounts.unfreeze(command))
        .map(done -> Go.saying("page.deposits.unfrozen").again(ID, id))
        .orElse(Go.STAY);
  }

  public String close() {
    CloseAccount command = new CloseAccount(Param.id(id), version, reason);
    return Commands.run(statusKey, () -> accounts.close(command))
        .map(done -> Go.saying("page.deposits.closed").again(ID, id))
        .orElse(Go.STAY);
  }

  public void export() {
    XlsxExport.of("page.deposits.statement", list)
        .column("page.deposits.seq", MovementView::seq)
        .column("page.deposits.bookedOn", MovementView::bookedOn)
        .column("page.deposits.bookedAt", MovementView::bookedAt)
        .column("page.deposits.kind", MovementView::kind)
        .column("page.deposits.counterparty", MovementView::counterparty)
        .column("page.deposits.memo", MovementView::memo)
        .column("page.deposits.amount", MovementView::amount)
        .column("page.deposits.balanceAfter", MovementView::balanceAfter)
        .column("page.deposits.bookedBy", MovementView::bookedBy)
        .column("page.deposits.reversedBy", MovementView::reversedBySeq)
        .send();
  }

  /** Whether the caller's role may book. */
  public boolean isBookable() {
    return CallContext.current().has(Role.OPERATOR)
        && getAccount().status() != AccountStatus.CLOSED;
  }

  /** Whether the caller's role may freeze, unfreeze and close. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.OPERATOR)
        || CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** Whether the caller may take this line back. */
  public boolean reversible(MovementView line) {
    return isBookable() && line.reversible() && line.reversedBy() == null;
  }

  /** Share of a limit that is used, 0 to 100. */
  public int percent(LimitUse use) {
    if (use.limit().isZero()) {
      return 100;
    }
    return use.used()
        .amount()
        .multiply(HUNDRED)
        .divide(use.limit().amount(), 0, RoundingMode.DOWN)
        .min(HUNDRED)
        .intValue();
  }

  /** The kinds of movement that a person books. */
  public List<MovementKind> getKinds() {
    return Arrays.stream(MovementKind.values()).filter(MovementKind::isBookedByPeople).toList();
  }

  public AccountView getAccount() {
    if (account == null) {
      read();
    }
    return account;
  }

  public CustomerView getOwner() {
    if (owner == null) {
      read();
    }
    return owner;
  }

  public AccountBalance getBalance() {
    if (balance == null) {
      read();
    }
    return balance;
  }

  public LazyList<MovementView> getList() {
    return list;
  }

  public FormKey getBookKey() {
    return bookKey;
  }

  public FormKey getReverseKey() {
    return reverseKey;
  }

  public FormKey getUpgradeKey() {
    return upgradeKey;
  }

  public FormKey getStatusKey() {
    return statusKey;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public MovementKind getKind() {
    return kind;
  }

  public void setKind(MovementKind kind) {
    this.kind = kind;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getCounterparty() {
    return counterparty;
  }

  public void setCounterparty(String counterparty) {
    this.counterparty = counterparty;
  }

  public String getMemo() {
    return memo;
  }

  public void setMemo(String memo) {
    this.memo = memo;
  }

  public UUID getWrong() {
    return wrong;
  }

  /** The movement to take back, chosen in the list. */
  public void setWrong(UUID wrong) {
    this.wrong = wrong;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
