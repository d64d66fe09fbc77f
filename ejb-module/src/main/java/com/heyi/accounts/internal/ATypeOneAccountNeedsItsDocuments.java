package com.heyi.accounts.internal;

import com.heyi.accounts.AccountsError;
import com.heyi.accounts.DocumentKind;
import com.heyi.accounts.DocumentState;
import com.heyi.accounts.UpgradeCheck;
import com.heyi.shared.error.HeyiException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A type I account is opened by somebody whom staff have identified in person by a valid document
 * (PBOC 银发〔2015〕392号), and who has declared where he is resident for tax (State Taxation
 * Administration, announcement 2017 No. 14). Which documents that takes is a dated parameter.
 */
public final class ATypeOneAccountNeedsItsDocuments {
  private ATypeOneAccountNeedsItsDocuments() {}

  /** Each document that is needed, with how it stands on this day. */
  static List<UpgradeCheck.Needed> states(
      Set<DocumentKind> needed, Map<DocumentKind, CustomerDocument> latest, LocalDate today) {
    return needed.stream()
        .map(kind -> new UpgradeCheck.Needed(kind, state(latest.get(kind), today)))
        .toList();
  }

  /**
   * @throws HeyiException {@link AccountsError#DOCUMENTS_MISSING} naming those that are missing or
   *     have expired
   */
  static void check(List<UpgradeCheck.Needed> needed) {
    List<DocumentKind> missing =
        needed.stream()
            .filter(one -> one.state() != DocumentState.HELD)
            .map(UpgradeCheck.Needed::kind)
            .toList();
    if (!missing.isEmpty()) {
      throw new HeyiException(AccountsError.DOCUMENTS_MISSING, missing);
    }
  }

  private static DocumentState state(CustomerDocument latest, LocalDate today) {
    if (latest == null) {
      return DocumentState.MISSING;
    }
    return latest.isValidOn(today) ? DocumentState.HELD : DocumentState.EXPIRED;
  }
}
