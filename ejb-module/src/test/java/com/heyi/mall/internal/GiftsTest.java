package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.mall.GrantView;
import com.heyi.mall.MallError;
import com.heyi.mall.TrialBalance;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Points that other modules give, and take back. */
class GiftsTest {
  private final MallFixture mall = MallFixture.on(LocalDate.of(2026, 3, 2));
  private final UUID customer = MallFixture.newCustomer();

  @AfterEach
  void theBooksBalance() {
    TrialBalance books = mall.in(parts -> parts.books().trialBalance());
    assertThat(books.balanced()).isTrue();
  }

  @Test
  void aGiftLastsAsLongAsAGrantAndIsTakenBackOnce() {
    GrantView given = mall.in(parts -> gifts(parts).give(customer, Points.of(500), "投诉补偿"));
    assertThat(given.expiresOn()).isEqualTo(LocalDate.of(2028, 3, 31));

    does(gifts -> gifts.takeBack(customer, given.entryId(), "金额有误"));

    assertThat(usable()).isEqualTo(Points.ZERO);
    refused(gifts -> gifts.takeBack(customer, given.entryId(), "金额有误"), MallError.GIFT_TAKEN_BACK);
  }

  @Test
  void whatWasSpentOfAGiftIsNotTakenFromOtherPoints() {
    GrantView given = mall.in(parts -> gifts(parts).give(customer, Points.of(500), "投诉补偿"));
    mall.in(parts -> gifts(parts).give(customer, Points.of(500), "节日"));
    mall.in(
        parts -> {
          LocalDate today = LocalDate.now(parts.clock());
          Ledger ledger = new Ledger(parts.em(), parts.clock());
          Ledger.Held held = ledger.hold(customer, today);
          Lot lot = held.wallet().lot(given.lotId());
          lot.take(Points.of(1));
          return ledger.write(
              held,
              Entry.expire(
                  customer,
                  today,
                  java.util.List.of(new Taken(lot.id(), Points.of(1))),
                  java.util.List.of()));
        });

    HeyiException refused =
        refused(gifts -> gifts.takeBack(customer, given.entryId(), "金额有误"), MallError.GIFT_SPENT);

    assertThat(refused.args()).containsExactly(500L, 499L);
    assertThat(usable()).isEqualTo(Points.of(999));
  }

  @Test
  void whoCatchesARefusalOrOnlyAsksLeavesNoGapInTheNumbers() {
    GrantView given = mall.in(parts -> gifts(parts).give(customer, Points.of(500), "投诉补偿"));
    mall.order(customer, MallFixture.line(mall.item(1, 5), 1));

    does(
        gifts ->
            assertThatThrownBy(() -> gifts.takeBack(customer, given.entryId(), "x"))
                .isInstanceOf(HeyiException.class));
    mall.in(parts -> TestShop.charges(parts.em(), parts.clock()).usable(customer));

    assertThat(mall.in(parts -> new Reconciling(parts.em(), parts.clock()).all()).agrees())
        .isTrue();
  }

  @Test
  void onlyTheCustomersOwnGiftIsTakenBack() {
    GrantView given = mall.in(parts -> gifts(parts).give(customer, Points.of(500), "投诉补偿"));

    refused(
        gifts -> gifts.takeBack(MallFixture.newCustomer(), given.entryId(), "x"),
        CommonError.NOT_FOUND);
    refused(gifts -> gifts.takeBack(customer, Ids.next(), "x"), CommonError.NOT_FOUND);
  }

  private Points usable() {
    return mall.in(parts -> parts.points().view(MallFixture.customer(customer))).usable();
  }

  private void does(Consumer<LedgerGifts> work) {
    mall.in(
        parts -> {
          work.accept(gifts(parts));
          return null;
        });
  }

  private HeyiException refused(Consumer<LedgerGifts> work, ErrorCode code) {
    HeyiException refused = catchThrowableOfType(HeyiException.class, () -> does(work));
    assertThat(refused).isNotNull().extracting(HeyiException::error).isEqualTo(code);
    return refused;
  }

  private static LedgerGifts gifts(MallFixture.Mall parts) {
    return new LedgerGifts(parts.em(), parts.points(), parts.clock());
  }
}
