package com.heyi.deposits;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.deposits.internal.DepositBooks;
import com.heyi.deposits.internal.Limits;
import com.heyi.deposits.internal.MoneyLedger;
import com.heyi.deposits.internal.MovementOwners;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.WeightUnit;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The money in the accounts. A branch system reaches the accounts of its own customers only, those
 * that stand under records merged into theirs too.
 */
@Facade
@Stateless
public class DepositsFacade {
  @Inject private AccountDirectory accounts;
  @Inject private CustomerDirectory customers;
  @Inject private MoneyLedger ledger;
  @Inject private MovementOwners owners;
  @Inject private Limits limits;
  @Inject private DepositBooks books;

  public DepositsFacade() {}

  DepositsFacade(
      AccountDirectory accounts,
      CustomerDirectory customers,
      MoneyLedger ledger,
      MovementOwners owners,
      Limits limits,
      DepositBooks books) {
    this.accounts = accounts;
    this.customers = customers;
    this.ledger = ledger;
    this.owners = owners;
    this.limits = limits;
    this.books = books;
  }

  /**
   * Moves money into or out of an account; it weighs the amount. A transfer moves it on both
   * accounts at once or not at all; each side is held to the limits of its own type.
   *
   * @return the line on the account that the command names
   * @throws HeyiException {@link DepositsError#LIMIT} naming the limit, what is used and what is
   *     left; {@link DepositsError#INSUFFICIENT}; {@link DepositsError#NOT_USABLE}; {@link
   *     DepositsError#COUNTERPARTY_UNKNOWN}; {@link DepositsError#SAME_ACCOUNT}; {@link
   *     CommonError#OTHER_BRANCH}; {@link CommonError#NOT_FOUND}; {@link CommonError#INVALID} with
   *     the fields that are wrong
   */
  @Command(
      value = "movement.book",
      by = {OPERATOR, BRANCH},
      weighs = WeightUnit.FEN)
  public MovementView book(BookMovement command) {
    require(command.accountId());
    ChangeLog.weigh(command.amount().smallestUnits());
    return ledger.book(command);
  }

  /**
   * Takes a movement back as a whole, once. What it counted for the limits of its day is given
   * back. No limit bounds what comes back: when more than the balance limit then lies in the
   * account, that is noted in the trail, and nothing more is taken in until it is less.
   *
   * @throws HeyiException {@link DepositsError#REVERSED}; {@link DepositsError#IS_REVERSAL}; {@link
   *     DepositsError#IS_REDRESS}; {@link DepositsError#IS_PURCHASE}; {@link
   *     DepositsError#IS_DEED}; {@link DepositsError#INSUFFICIENT} when the money has gone on;
   *     {@link DepositsError#NOT_USABLE}; {@link CommonError#NOT_FOUND}
   */
  @Command(value = "movement.reverse", by = OPERATOR)
  public MovementView reverse(ReverseMovement command) {
    require(command.accountId());
    Optional<MovementKind> kind = ledger.kindOf(command.movementId());
    if (kind.filter(MovementKind.REDRESS::equals).isPresent()) {
      throw new HeyiException(DepositsError.IS_REDRESS);
    }
    if (kind.filter(MovementKind::isOfTheMall).isPresent()) {
      throw new HeyiException(DepositsError.IS_PURCHASE);
    }
    owners.requireNone(command.movementId());
    return ledger.reverse(command);
  }

  /**
   * What lies in an account, its limits today, and what is left of them.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "account.balance",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public AccountBalance balance(UUID accountId) {
    return ledger.balance(require(accountId));
  }

  /**
   * A part of an account's statement, latest first unless asked otherwise.
   *
   * <p>Filters: {@code kind}, {@code from} and {@code to} (days in the bank's zone). Sorts: {@code
   * seq}.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "account.statement",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public Page<MovementView> statement(UUID accountId, PageRequest request) {
    require(accountId);
    return owners.mark(ledger.statement(accountId, request));
  }

  /** All limits that were ever set, by type and kind, the newest first. */
  @Query(
      value = "limit.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public List<LimitView> limits() {
    return limits.list();
  }

  /**
   * Sets a limit from a day on.
   *
   * @throws HeyiException {@link DepositsError#LIMIT_PAST}; {@link DepositsError#LIMIT_DUPLICATE};
   *     {@link DepositsError#LIMIT_AMOUNT}
   */
  @Command(value = "limit.set", by = HEAD_OFFICE_ADMIN)
  public LimitView setLimit(SetLimit command) {
    return limits.set(command);
  }

  /** The trial balance, with balances and uses of limits proved from all postings. */
  @Query(
      value = "deposits.trial-balance",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public DepositsTrialBalance trialBalance() {
    return books.trialBalance();
  }

  private AccountRef require(UUID accountId) {
    AccountRef account =
        accounts
            .find(accountId)
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, accountId));
    customers.requireUnder(account.customerId());
    ChangeLog.noteShown(account.customerId());
    return account;
  }
}
