package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.mall.GrantView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderView;
import com.heyi.mall.PointsGifts;
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
  void whoCatchesARefusalLeavesNoGapInTheNumbers() {
    GrantView given = mall.in(parts -> gifts(parts).give(customer, Points.of(500), "投诉补偿"));
    mall.order(customer, MallFixture.line(mall.item(1, 5), 1));

    does(
        gifts ->
            assertThatThrownBy(() -> gifts.takeBack(customer, given.entryId(), "x"))
                .isInstanceOf(HeyiException.class));

    assertThat(mall.in(parts -> new Reconciling(parts.em(), parts.clock()).all()).agrees())
        .isTrue();
  }

  @Test
  void ofAGiftThatIsUndoneWhatIsLeftGoesFirstThenOtherPointsAndTheRestIsOwed() {
    GrantView given = mall.in(parts -> gifts(parts).give(customer, Points.of(500), "任务"));
    mall.order(customer, MallFixture.line(mall.item(300, 5), 1));
    mall.in(parts -> gifts(parts).give(customer, Points.of(100), "节日"));

    assertThat(undo(mall, given)).isEqualTo(undone(300, 200));
    assertThat(usable()).isEqualTo(Points.ZERO);
    assertThat(undo(mall, given)).as("once").isEqualTo(undone(0, 0));
  }

  @Test
  void whatExpiredOfAGiftIsNotTakenFromOtherPointsWhenItIsUndone() {
    GrantView given = mall.in(parts -> gifts(parts).give(customer, Points.of(50), "任务"));
    mall.order(customer, MallFixture.line(mall.item(20, 5), 1));
    MallFixture later = mall.later(3 * 366);
    later.expire(customer);
    later.grant(customer, 1000, null);

    assertThat(undo(later, given)).as("30 had expired").isEqualTo(undone(20, 0));
    assertThat(later.usable(customer)).isEqualTo(980);
  }

  @Test
  void whatWasForfeitedOfAGiftIsNotTakenFromOtherPointsWhenItIsUndone() {
    GrantView given = mall.in(parts -> gifts(parts).give(customer, Points.of(50), "任务"));
    OrderView order = mall.order(customer, MallFixture.line(mall.item(50, 5), 1));
    MallFixture later = mall.later(3 * 366).forfeiting();
    later.cancel(order);
    later.grant(customer, 1000, null);

    assertThat(undo(later, given)).isEqualTo(undone(0, 0));
    assertThat(later.usable(customer)).isEqualTo(1000);
  }

  @Test
  void whatWasRestoredOfAGiftIsTakenAndWhatExpiredOfThatIsNot() {
    GrantView given = mall.in(parts -> gifts(parts).give(customer, Points.of(50), "任务"));
    OrderView first = mall.order(customer, MallFixture.line(mall.item(30, 5), 1));
    OrderView second = mall.order(customer, MallFixture.line(mall.item(20, 5), 1));
    MallFixture later = mall.later(3 * 366);
    later.cancel(first);
    MallFixture muchLater = later.later(60);
    muchLater.expire(customer);
    muchLater.cancel(second);

    assertThat(undo(muchLater, given)).as("30 had expired again").isEqualTo(undone(20, 0));
  }

  private PointsGifts.Undone undo(MallFixture at, GrantView given) {
    return at.in(parts -> gifts(parts).undo(customer, given.entryId(), "作废"));
  }

  private static PointsGifts.Undone undone(long taken, long owed) {
    return new PointsGifts.Undone(Points.of(taken), Points.of(owed));
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
    return new LedgerGifts(parts.em(), parts.points(), parts.clock(), new KnownCustomers());
  }
}
