package com.heyi.accounts;

import com.heyi.shared.error.ErrorCode;

/** What the register refuses. */
public enum AccountsError implements ErrorCode {
  /** The resident ID is registered already. Argument: number of the customer who has it. */
  CUSTOMER_DUPLICATE("customer.duplicate", Kind.CONFLICT),
  /** The identity belongs to another customer. Arguments: app, his customer number. */
  IDENTITY_TAKEN("identity.taken", Kind.CONFLICT),
  /** There is no such app. Argument: its code. */
  APP_UNKNOWN("app.unknown", Kind.RULE),
  /** The app takes no new identities. Argument: its code. */
  APP_CLOSED("app.closed", Kind.RULE),
  /** There is an app with this code already. Argument: the code. */
  APP_DUPLICATE("app.duplicate", Kind.CONFLICT),
  /** No app does such a thing. Argument: code of the function. */
  APP_FUNCTION_UNKNOWN("app.function-unknown", Kind.RULE),
  /** What was suggested has been decided. Argument: how. */
  MATCH_DECIDED("match.decided", Kind.CONFLICT),
  /** These two are not merged: only an unverified one into another who stands for himself. */
  MERGE_UNFIT("customer.merge-unfit", Kind.RULE),
  /** Others were merged into him, so he is not before they are parted. Arguments: both, who. */
  MERGE_OTHERS_FIRST("customer.merge-others-first", Kind.RULE),
  /** Two resident IDs are two persons, an app's word for one too. Arguments: both numbers. */
  MERGE_OTHER_ID("customer.merge-other-id", Kind.RULE),
  /** The customer is not merged into another. Argument: his number. */
  NOT_MERGED("customer.not-merged", Kind.RULE),
  /** Not erased while two records are merged. Argument: number of the other. */
  ERASURE_MERGED("erasure.merged", Kind.RULE),
  /** Only a customer with a verified identity may hold an account. Argument: his number. */
  IDENTITY_UNVERIFIED("account.identity-unverified", Kind.RULE),
  /**
   * The account is not in the status that this needs. Arguments: number, its status, the needed.
   */
  ACCOUNT_STATUS("account.wrong-status", Kind.RULE),
  /** The account is of type I already. Argument: its number. */
  UPGRADED("account.upgraded", Kind.CONFLICT),
  /** Documents are missing or have expired. Argument: which. */
  DOCUMENTS_MISSING("account.documents-missing", Kind.RULE),
  /** Such a document has a number. */
  DOCUMENT_NUMBER("document.number", Kind.INVALID),
  /** It is not the customer's: the number is not that of his resident ID. */
  DOCUMENT_NOT_HIS("document.not-his", Kind.INVALID),
  /** Its last day is over. */
  DOCUMENT_EXPIRED("document.expired", Kind.INVALID),
  /** Who the customer was has been erased; nothing more is done for him. Argument: his number. */
  CUSTOMER_ERASED("customer.erased", Kind.RULE),
  /** Not erased while accounts are open. Argument: how many. */
  ERASURE_OPEN_ACCOUNTS("erasure.open-accounts", Kind.RULE),
  /** Not erased before the law allows it. Argument: the first day on which it may be done. */
  ERASURE_TOO_EARLY("erasure.too-early", Kind.RULE),
  /** He holds as many accounts of this type as allowed. Arguments: type, how many. */
  TOO_MANY_ACCOUNTS("account.too-many", Kind.RULE);

  private final String code;
  private final Kind kind;

  AccountsError(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
