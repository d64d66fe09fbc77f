package com.heyi.family;

import static com.heyi.family.Home.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.deposits.DepositsError;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What guardians are told when a child cannot pay, whatever the reason. */
class DeclinedPaymentsTest {
  private final Home home = new Home();
  private UUID mother;
  private UUID child;
  private UUID purse;
  private UUID pocket;
  private UUID household;

  @BeforeEach
  void aMotherAndHerChildWithFiveYuan() {
    mother = home.person("1985-05-01");
    child = home.person("2014-08-20");
    purse = home.fundedAccount(mother, "5000.00");
    pocket = home.fundedAccount(child, "5.00");
    household = home.does(f -> f.found(new FoundHousehold(mother, "张家"))).id();
    long version = view().version();
    home.does(f -> f.addMember(new AddMember(household, version, mother, child, MemberRole.CHILD)));
  }

  @Test
  void aPaymentForWhichThereIsTooLittleIsToldWithTheChildsNameAndTheReason() {
    declined(() -> home.spends(pocket, "10.00"), DepositsError.INSUFFICIENT);

    assertThat(view().notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(NoticeKind.PAYMENT_DECLINED);
              assertThat(notice.childId()).isEqualTo(child);
              assertThat(notice.amount()).isEqualTo(cny("10.00"));
              assertThat(notice.code()).isEqualTo(DepositsError.INSUFFICIENT.code());
            });
    assertThat(home.told(mother))
        .containsExactly("【合一银行】张伟的一笔付款（10.00 元）被拒绝，原因：尾号 %s 的账户余额不足。".formatted(tail(pocket)));
    assertThat(home.balance(pocket)).as("rolled back").isEqualTo(cny("5.00"));
  }

  @Test
  void aPaymentBeyondALimitOfTheAccountIsTold() {
    UUID little = home.account(child, AccountType.III);
    home.transfers(purse, little, "2000.00");
    home.spends(little, "2000.00");
    home.transfers(pocket, little, "5.00");

    declined(() -> home.spends(little, "1.00"), DepositsError.LIMIT);

    assertThat(home.told(mother))
        .singleElement()
        .asString()
        .endsWith("原因：超过尾号 %s 的账户限额。".formatted(tail(little)));
  }

  @Test
  void aPaymentOutOfAFrozenAccountIsTold() {
    home.becomes(pocket, AccountStatus.FROZEN);

    declined(() -> home.spends(pocket, "1.00"), DepositsError.NOT_USABLE);

    assertThat(home.told(mother)).singleElement().asString().contains("已冻结或销户");
  }

  @Test
  void whatIsWrongWithThePayeesAccountIsNotTold() {
    UUID friends = home.account(home.person("2013-01-01"));
    home.becomes(friends, AccountStatus.CLOSED);

    declined(() -> home.transfers(pocket, friends, "1.00"), DepositsError.NOT_USABLE);

    assertThat(home.told(mother))
        .singleElement()
        .asString()
        .endsWith("原因：收款账户无法入账。")
        .doesNotContain(tail(friends));
    assertThat(view().notices())
        .singleElement()
        .extracting(HouseholdView.Notice::code)
        .isEqualTo("family.declined-payee");
  }

  @Test
  void aPaymentThatIsTriedAgainUnderItsKeyIsToldOnce() {
    String key = UUID.randomUUID().toString();
    declined(() -> home.spends(pocket, "10.00", key), DepositsError.INSUFFICIENT);
    declined(() -> home.spends(pocket, "10.00", key), DepositsError.INSUFFICIENT);
    home.becomes(pocket, AccountStatus.FROZEN);
    declined(() -> home.spends(pocket, "10.00", key), DepositsError.NOT_USABLE);
    assertThat(view().notices()).hasSize(1);

    declined(() -> home.spends(pocket, "9.00", key), DepositsError.NOT_USABLE);
    declined(
        () -> home.spends(pocket, "10.00", UUID.randomUUID().toString()), DepositsError.NOT_USABLE);

    assertThat(view().notices()).hasSize(3);
    assertThat(home.told(mother)).hasSize(3);
  }

  @Test
  void whatAChildMovesBetweenItsOwnAccountsIsNoPaymentThatIsTold() {
    UUID piggyBank = home.account(child);

    declined(() -> home.transfers(pocket, piggyBank, "10.00"), DepositsError.INSUFFICIENT);
    declined(() -> home.transfers(purse, pocket, "5000.01"), DepositsError.INSUFFICIENT);

    assertThat(view().notices()).isEmpty();
  }

  @Test
  void ofOneWhoHasComeOfAgeNobodyIsTold() {
    home.todayIs("2032-08-20");

    declined(() -> home.spends(pocket, "10.00"), DepositsError.INSUFFICIENT);

    assertThat(view().notices()).isEmpty();
  }

  private String tail(UUID account) {
    String number = home.number(account);
    return number.substring(number.length() - 4);
  }

  private HouseholdView view() {
    return home.does(f -> f.view(household));
  }

  private static void declined(ThrowingCallable payment, ErrorCode why) {
    assertThat(catchThrowableOfType(HeyiException.class, payment))
        .isNotNull()
        .extracting(HeyiException::error)
        .isEqualTo(why);
  }
}
