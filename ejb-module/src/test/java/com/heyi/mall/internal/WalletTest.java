package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class WalletTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @Property
  void whatIsTakenIsExactlyWhatWasWanted(
      @ForAll("lots") List<Lot> lots, @ForAll @LongRange(min = 0, max = 300) long wanted) {
    Wallet wallet = new Wallet(lots, TODAY);
    long usable = wallet.usable().amount();
    long expired = wallet.expired().amount();
    if (wanted > usable) {
      assertThatThrownBy(() -> wallet.take(Points.of(wanted)))
          .isInstanceOfSatisfying(
              HeyiException.class,
              e -> assertThat(e.error()).isEqualTo(MallError.POINTS_INSUFFICIENT));
      assertThat(wallet.usable().amount()).isEqualTo(usable);
      return;
    }
    List<Taken> taken = wallet.take(Points.of(wanted));
    assertThat(taken.stream().mapToLong(part -> part.points().amount()).sum()).isEqualTo(wanted);
    assertThat(wallet.usable().amount()).isEqualTo(usable - wanted);
    assertThat(wallet.expired().amount()).as("expired lots pay nothing").isEqualTo(expired);
  }

  @Property
  void noLotPaysWhileOneThatExpiresSoonerStillHasPoints(
      @ForAll("lots") List<Lot> lots, @ForAll @LongRange(min = 1, max = 300) long wanted) {
    Wallet wallet = new Wallet(lots, TODAY);
    long points = Math.min(wanted, wallet.usable().amount());
    List<Taken> taken = wallet.take(Points.of(points));
    LocalDate lastToPay =
        taken.stream()
            .map(part -> lastDay(wallet.lot(part.lotId())))
            .max(LocalDate::compareTo)
            .orElse(LocalDate.MIN);
    assertThat(wallet.lots())
        .filteredOn(lot -> lot.usableOn(TODAY) && lastDay(lot).isBefore(lastToPay))
        .allMatch(lot -> lot.remaining().isZero());
  }

  @Property
  void changesAreWhatMovedAndNothingElse(
      @ForAll("lots") List<Lot> lots, @ForAll @LongRange(min = 0, max = 300) long wanted) {
    Wallet wallet = new Wallet(lots, TODAY);
    long points = Math.min(wanted, wallet.usable().amount());
    List<Taken> taken = wallet.take(Points.of(points));
    assertThat(wallet.changes()).hasSize(taken.size());
    taken.forEach(
        part -> assertThat(wallet.changes()).containsEntry(part.lotId(), -part.points().amount()));
  }

  private static LocalDate lastDay(Lot lot) {
    return Optional.ofNullable(lot.expiresOn()).orElse(LocalDate.MAX);
  }

  @Provide
  Arbitrary<List<Lot>> lots() {
    Arbitrary<LocalDate> lastDay =
        Arbitraries.integers().between(-10, 20).map(TODAY::plusDays).injectNull(0.2);
    return Combinators.combine(Arbitraries.longs().between(1, 80), lastDay)
        .as((points, last) -> Lot.granted(Points.of(points), TODAY.minusDays(30), last))
        .list()
        .ofMaxSize(8);
  }
}
