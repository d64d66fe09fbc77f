package com.heyi.accounts;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.internal.Upgrading;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Documents of customers, and the upgrade of an account to type I in one step. */
@Facade
@Stateless
public class UpgradesFacade {
  @Inject private Upgrading upgrading;

  public UpgradesFacade() {}

  UpgradesFacade(Upgrading upgrading) {
    this.upgrading = upgrading;
  }

  /**
   * Notes that a customer has shown or signed something.
   *
   * @return his documents, the latest first
   * @throws HeyiException {@link AccountsError#IDENTITY_UNVERIFIED}; {@link
   *     AccountsError#DOCUMENT_NUMBER}, {@link AccountsError#DOCUMENT_NOT_HIS}, {@link
   *     AccountsError#DOCUMENT_EXPIRED} with the field; {@link CommonError#NOT_FOUND}; {@link
   *     CommonError#OTHER_BRANCH}
   */
  @Command(
      value = "customer.record-document",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public List<DocumentView> record(RecordDocument command) {
    return upgrading.note(command);
  }

  /**
   * The documents of a customer, the latest first.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "customer.documents",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public List<DocumentView> documents(UUID customerId) {
    return upgrading.documents(customerId);
  }

  /**
   * What an upgrade of an account to type I needs today, and what of it is there.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "account.check-upgrade",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public UpgradeCheck check(UUID accountId) {
    return upgrading.check(accountId);
  }

  /**
   * Makes an account of type II or III one of type I. The customer's version moves on.
   *
   * @throws HeyiException {@link AccountsError#DOCUMENTS_MISSING} naming them; {@link
   *     AccountsError#UPGRADED}; {@link AccountsError#ACCOUNT_STATUS}; {@link
   *     AccountsError#TOO_MANY_ACCOUNTS}; {@link CommonError#VERSION_MOVED}; {@link
   *     CommonError#NOT_FOUND}; {@link CommonError#OTHER_BRANCH}
   */
  @Command(
      value = "account.upgrade",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public AccountView upgrade(UpgradeAccount command) {
    return upgrading.upgrade(command);
  }
}
