package com.heyi.deposits.internal;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.deposits.BookMovement;
import com.heyi.deposits.MovementKind;
import com.heyi.deposits.MovementView;
import com.heyi.deposits.Payments;
import com.heyi.deposits.ReverseMovement;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Books other modules' payments in the ledger. */
@ApplicationScoped
public class LedgerPayments implements Payments {
  private MoneyLedger ledger;
  private AccountDirectory accounts;
  private Limits limits;

  protected LedgerPayments() {}

  @Inject
  public LedgerPayments(MoneyLedger ledger, AccountDirectory accounts, Limits limits) {
    this.ledger = ledger;
    this.accounts = accounts;
    this.limits = limits;
  }

  @Override
  public void hold(Collection<UUID> accountIds) {
    ledger.hold(accountIds);
  }

  @Override
  public MovementView transfer(UUID fromAccount, UUID toAccount, Money amount, String memo) {
    return ledger.book(
        new BookMovement(
            fromAccount, MovementKind.TRANSFER, amount, ref(toAccount).number(), memo));
  }

  @Override
  public MovementView payRedress(UUID accountId, Money amount, String memo) {
    return ledger.bookForOthers(
        new BookMovement(accountId, MovementKind.REDRESS, amount, null, memo));
  }

  @Override
  public MovementView takeRedressBack(UUID accountId, UUID movementId, String reason) {
    return ledger.reverse(new ReverseMovement(accountId, movementId, reason));
  }

  @Override
  public MovementView payIn(UUID accountId, Money amount, String from, String memo) {
    return ledger.book(new BookMovement(accountId, MovementKind.INFLOW, amount, from, memo));
  }

  @Override
  public MovementView payMall(UUID accountId, Money amount, String memo) {
    return ledger.bookForOthers(
        new BookMovement(accountId, MovementKind.PURCHASE, amount, null, memo));
  }

  @Override
  public MovementView refundMall(UUID movementId, Money amount, String memo) {
    return ledger.refund(movementId, amount, memo);
  }

  @Override
  public Map<UUID, Money> movedWithMall(Collection<UUID> movementIds) {
    return ledger.moved(movementIds, MovementKind.PURCHASE, MovementKind.REFUND);
  }

  @Override
  public Money paidOut(UUID customerId, LocalDate day) {
    List<UUID> his = accounts.ofCustomer(customerId).stream().map(AccountRef::id).toList();
    return his.stream()
        .map(account -> limits.paidOut(account, day))
        .reduce(Money.zero(Money.CNY), Money::plus)
        .minus(limits.movedBetween(his, day));
  }

  @Override
  public Map<UUID, Money> balances(Collection<UUID> accountIds) {
    return ledger.balances(accountIds);
  }

  private AccountRef ref(UUID accountId) {
    return accounts
        .find(accountId)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, accountId));
  }
}
