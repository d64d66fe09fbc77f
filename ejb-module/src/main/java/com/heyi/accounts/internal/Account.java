package com.heyi.accounts.internal;

import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.accounts.AccountView;
import com.heyi.accounts.AccountsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A settlement account of one customer. */
@Entity
@Audited
@Table(schema = "accounts", name = "account")
public class Account {
  @Id private UUID id;

  @Version private long version;

  @Personal(Mask.LAST_FOUR)
  @Column(updatable = false)
  private String number;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Enumerated(EnumType.STRING)
  private AccountType type;

  @Column(updatable = false)
  private String currency;

  @Column(updatable = false)
  private String branch;

  @Enumerated(EnumType.STRING)
  private AccountStatus status;

  @Column(name = "opened_at", updatable = false)
  private Instant openedAt;

  protected Account() {}

  private Account(String number, UUID customerId, AccountType type, String branch, Instant now) {
    this.id = Ids.next();
    this.number = number;
    this.customerId = customerId;
    this.type = type;
    this.currency = Money.CNY.getCurrencyCode();
    this.branch = branch;
    this.status = AccountStatus.OPEN;
    this.openedAt = now;
  }

  public static Account opened(
      String number, Customer customer, AccountType type, String branch, Instant now) {
    return new Account(number, customer.id(), type, branch, now);
  }

  /** Stops payments out of it. */
  public void freeze() {
    leave(AccountStatus.OPEN, AccountStatus.FROZEN);
  }

  /** Lets it be used again. */
  public void unfreeze() {
    leave(AccountStatus.FROZEN, AccountStatus.OPEN);
  }

  /** Ends it; a frozen one must be free first. */
  public void close() {
    leave(AccountStatus.OPEN, AccountStatus.CLOSED);
  }

  /** Makes it one of type I. */
  void upgrade() {
    requireUpgradable();
    type = AccountType.I;
  }

  /**
   * @throws HeyiException {@link AccountsError#UPGRADED}, {@link AccountsError#ACCOUNT_STATUS}
   */
  void requireUpgradable() {
    if (type == AccountType.I) {
      throw new HeyiException(AccountsError.UPGRADED, number);
    }
    if (status != AccountStatus.OPEN) {
      throw new HeyiException(AccountsError.ACCOUNT_STATUS, number, status, AccountStatus.OPEN);
    }
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  public void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  private void leave(AccountStatus from, AccountStatus to) {
    if (status != from) {
      throw new HeyiException(AccountsError.ACCOUNT_STATUS, number, status, from);
    }
    status = to;
  }

  public AccountRef ref() {
    return new AccountRef(id, number, customerId, type, status);
  }

  public UUID id() {
    return id;
  }

  public UUID customerId() {
    return customerId;
  }

  public AccountView view() {
    return new AccountView(
        id, version, number, customerId, type, currency, branch, status, openedAt);
  }
}
