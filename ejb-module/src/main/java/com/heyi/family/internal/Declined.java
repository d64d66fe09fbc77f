package com.heyi.family.internal;

import com.heyi.accounts.AccountRef;
import com.heyi.deposits.DepositsError;
import com.heyi.deposits.PaymentOut;
import com.heyi.family.FamilyError;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ApprovedRun;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.text.BookNote;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * A payment of a child that was declined.
 *
 * @param childId the child
 * @param amount how much it wanted to pay
 * @param code why not, as the caller was told unless it is about somebody else's account
 * @param note why not, in plain words for the guardians
 * @param attempt the same for each try of the same payment, or null when tries cannot be told
 */
public record Declined(UUID childId, Money amount, String code, String note, String attempt) {
  private static final int LAST_DIGITS = 4;

  /** Stands in no part, so that no two payments look alike. */
  private static final char SEPARATOR = 31;

  /** Stands for whatever is wrong with somebody else's account. */
  static final String PAYEE = "family.declined-payee";

  private static final Map<ErrorCode, String> NOTES =
      Map.of(
          DepositsError.INSUFFICIENT, "note.declined-funds",
          DepositsError.LIMIT, "note.declined-account-limit",
          DepositsError.NOT_USABLE, "note.declined-frozen",
          FamilyError.LIMIT_PAYMENT, "note.declined-limit-payment",
          FamilyError.LIMIT_DAY, "note.declined-limit-day");

  static Declined of(PaymentOut payment, UUID childId, HeyiException why, Caller caller) {
    boolean payees = isAboutThePayee(payment.account(), why);
    String note =
        payees ? "note.declined-payee" : NOTES.getOrDefault(why.error(), "note.declined-otherwise");
    return new Declined(
        childId,
        payment.amount(),
        payees ? PAYEE : why.code(),
        BookNote.of(note, lastDigits(payment.account().number())),
        attempt(payment, caller));
  }

  /** What is wrong with somebody else's account is not for the guardians to know. */
  private static boolean isAboutThePayee(AccountRef account, HeyiException why) {
    boolean aboutAnAccount =
        why.error() == DepositsError.LIMIT || why.error() == DepositsError.NOT_USABLE;
    return aboutAnAccount && !why.args().contains(account.number());
  }

  private static String lastDigits(String number) {
    return number.substring(Math.max(0, number.length() - LAST_DIGITS));
  }

  private static String attempt(PaymentOut payment, Caller caller) {
    String key =
        ApprovedRun.approval()
            .map(UUID::toString)
            .orElseGet(
                () ->
                    caller.idempotencyKey() == null
                        ? null
                        : caller.user() + SEPARATOR + caller.idempotencyKey());
    if (key == null) {
      return null;
    }
    String whole =
        key
            + SEPARATOR
            + payment.account().id()
            + SEPARATOR
            + payment.kind()
            + SEPARATOR
            + payment.amount().amount().toPlainString();
    return HexFormat.of().formatHex(Sha256.digest().digest(whole.getBytes(StandardCharsets.UTF_8)));
  }
}
