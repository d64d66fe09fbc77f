package com.heyi.invoices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.value.Money;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxWithinThePriceTest {
  @ParameterizedTest
  @CsvSource({
    "113.00, 0.13, 100.00, 13.00",
    "0.01, 0.13, 0.01, 0.00",
    "0.05, 0.13, 0.04, 0.01",
    "9.90, 0.13, 8.76, 1.14",
    "109.00, 0.09, 100.00, 9.00",
    "10.00, 0.00, 10.00, 0.00",
    "99999999999999.99, 0.06, 94339622641509.42, 5660377358490.57"
  })
  void theTaxIsWhatIsLeftOfThePrice(String gross, String rate, String net, String tax) {
    TaxWithinThePrice split = TaxWithinThePrice.of(Money.cny(gross), new BigDecimal(rate));
    assertThat(split.net()).isEqualTo(Money.cny(net));
    assertThat(split.tax()).isEqualTo(Money.cny(tax));
  }

  @Property
  void netAndTaxAddUpToWhatWasPaidToTheCent(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long fen,
      @ForAll @IntRange(min = 0, max = 9999) int rate) {
    TaxWithinThePrice split = TaxWithinThePrice.of(money(fen), rate(rate));
    assertThat(split.net().plus(split.tax())).isEqualTo(split.gross());
    assertThat(split.net().isNegative() || split.tax().isNegative()).isFalse();
  }

  @Property
  void partsThatAreTakenBackAddUpToTheLineHoweverItIsCut(
      @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 100_000) Long> parts,
      @ForAll @IntRange(min = 0, max = 9999) int rate) {
    long total = parts.stream().mapToLong(Long::longValue).sum();
    TaxWithinThePrice taken = TaxWithinThePrice.zero();
    for (long part : parts) {
      TaxWithinThePrice one = TaxWithinThePrice.ofPart(taken.gross(), money(part), rate(rate));
      assertThat(one.net().plus(one.tax())).isEqualTo(money(part));
      assertThat(one.net().isNegative() || one.tax().isNegative()).isFalse();
      taken = taken.plus(one);
    }
    assertThat(taken).isEqualTo(TaxWithinThePrice.of(money(total), rate(rate)));
  }

  private static Money money(long fen) {
    return new Money(BigDecimal.valueOf(fen, 2), Money.CNY);
  }

  private static BigDecimal rate(int tenThousandths) {
    return BigDecimal.valueOf(tenThousandths, 4);
  }
}
