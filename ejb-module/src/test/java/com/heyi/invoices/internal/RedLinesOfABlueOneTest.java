package com.heyi.invoices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.mall.CashSales;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/**
 * What the tax authority's interfaces want of lines, whatever they cost, however much of it a gift
 * card paid and in whatever parts it comes back.
 */
class RedLinesOfABlueOneTest {
  private static final BigDecimal ONE_FEN = new BigDecimal("0.01");
  private static final BigDecimal SIX_FEN = new BigDecimal("0.06");

  @Provide
  Arbitrary<BigDecimal> rates() {
    return Arbitraries.of("0", "0.01", "0.03", "0.05", "0.06", "0.09", "0.13").map(BigDecimal::new);
  }

  @Property(tries = 3000)
  void takeBackNoMoreThanItSaysAtItsPriceAndInTheEndAllOfIt(
      @ForAll @LongRange(min = 1, max = 10_000_00) long fen,
      @ForAll @LongRange(min = 1, max = 2_000) long pieces,
      @ForAll @IntRange(min = 0, max = 999) int cardPerMille,
      @ForAll("rates") BigDecimal rate,
      @ForAll @Size(max = 12) List<@LongRange(min = 1, max = 200) Long> returns) {
    Money price = fen(fen);
    long byAccount = fen * pieces - fen * pieces * cardPerMille / 1000;
    InvoiceLine blue =
        InvoiceLine.blue(
            new CashSales.Line(Ids.next(), "K-1", "电水壶", List.of(), pieces, price, fen(byAccount)),
            new TaxRates.Rate(rate, "1000000000000000000"));
    assertFits(blue, rate);

    List<InvoiceLine> reds = new ArrayList<>();
    long out = byAccount;
    long left = pieces;
    for (int step = 0; out > 0; step++) {
      long back = step < returns.size() ? Math.min(returns.get(step), left) : left;
      long toAccount = Math.min(out, fen * back);
      InvoiceLine red =
          blue.red(
              new CashSales.GivenBack(blue.orderLineId(), back, fen(fen * back), fen(toAccount)),
              fen(byAccount - out));
      reds.add(red);
      out -= toAccount;
      left -= back;

      assertFits(red, rate);
      assertThat(red.toldPrice()).isEqualByComparingTo(blue.toldPrice());
      assertThat(red.toldQuantity()).isNegative();
      if (blue.byCard().isZero()) {
        assertThat(red.toldQuantity()).isEqualByComparingTo(BigDecimal.valueOf(-back));
      }
      assertThat(rest(blue, reds)).allSatisfy(rest -> assertThat(rest).isNotNegative());
    }
    assertThat(rest(blue, reds)).allSatisfy(rest -> assertThat(rest).isZero());
  }

  /** What the reds leave of the blue one: pieces told, gross, net and tax. */
  private static List<BigDecimal> rest(InvoiceLine blue, List<InvoiceLine> reds) {
    BigDecimal told = blue.toldQuantity();
    TaxWithinThePrice sum = blue.sum();
    for (InvoiceLine red : reds) {
      told = told.add(red.toldQuantity());
      sum = sum.plus(red.sum());
    }
    return List.of(told, sum.gross().amount(), sum.net().amount(), sum.tax().amount());
  }

  private static void assertFits(InvoiceLine line, BigDecimal rate) {
    TaxWithinThePrice sum = line.sum();
    assertThat(sum.net().plus(sum.tax())).isEqualTo(sum.gross());
    assertThat(line.toldPrice().multiply(line.toldQuantity()).subtract(sum.gross().amount()).abs())
        .as("quantity times price is the money")
        .isLessThanOrEqualTo(ONE_FEN);
    assertThat(sum.net().amount().multiply(rate).subtract(sum.tax().amount()).abs())
        .as("money times rate is the tax")
        .isLessThanOrEqualTo(SIX_FEN);
  }

  private static Money fen(long fen) {
    return new Money(BigDecimal.valueOf(fen, 2), Money.CNY);
  }
}
