package com.heyi.shared.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NamedSqlTest {
  private static final UUID ID = UUID.fromString("0190a6a0-0000-7000-8000-000000000001");

  private static <T> T read(Function<EntityManager, T> work) {
    return TestDatabase.get().inTransaction(work);
  }

  private static Row row(String sql) {
    return read(em -> NamedSql.rows(em, sql).getSingleResult());
  }

  @Test
  void eachKindOfColumnIsReadByItsName() {
    Row row =
        read(
            em ->
                NamedSql.rows(
                        em,
                        "select cast(:id as uuid) as id, cast('甲' as varchar) as name,"
                            + " cast('2026-02-28' as date) as day,"
                            + " cast('2026-02-28T01:02:03.000004Z' as timestamptz) as at,"
                            + " cast(12.30 as numeric(9, 2)) as amount, cast(7 as bigint) as"
                            + " points, cast(3 as smallint) as few, true as fresh, 'MARCH' as"
                            + " month")
                    .setParameter("id", ID)
                    .getSingleResult());

    assertThat(row.uuid("id")).isEqualTo(ID);
    assertThat(row.text("name")).isEqualTo("甲");
    assertThat(row.day("day")).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(row.instant("at")).isEqualTo(Instant.parse("2026-02-28T01:02:03.000004Z"));
    assertThat(row.decimal("amount")).isEqualTo(new BigDecimal("12.30"));
    assertThat(row.cny("amount")).isEqualTo(new Money(new BigDecimal("12.30"), Money.CNY));
    assertThat(row.points("points")).isEqualTo(Points.of(7));
    assertThat(row.number("few")).isEqualTo(3);
    assertThat(row.whole("points")).isEqualTo(7);
    assertThat(row.flag("fresh")).isTrue();
    assertThat(row.constant("month", Month.class)).isEqualTo(Month.MARCH);
  }

  @Test
  void nothingIsNullButNotForACount() {
    Row row =
        row(
            "select cast(null as text) as t, cast(null as date) as d, cast(null as numeric) as a,"
                + " cast(null as bigint) as n, cast(null as timestamptz) as i,"
                + " cast(null as uuid) as u");

    assertThat(row.text("t")).isNull();
    assertThat(row.day("d")).isNull();
    assertThat(row.cny("a")).isNull();
    assertThat(row.points("n")).isNull();
    assertThat(row.numberOrNull("n")).isNull();
    assertThat(row.wholeOrNull("n")).isNull();
    assertThat(row.instant("i")).isNull();
    assertThat(row.uuid("u")).isNull();
    assertThat(row.constant("t", Month.class)).isNull();
    assertThatThrownBy(() -> row.number("n")).isInstanceOf(NullPointerException.class);
  }

  @Test
  void aSumThatIsADecimalIsANumberButNoPartOfOneIsLost() {
    assertThat(row("select sum(n) as n from generate_series(1, 4) n").number("n")).isEqualTo(10);
    assertThat(row("select sum(cast(n as bigint)) as n from generate_series(1, 4) n").number("n"))
        .isEqualTo(10);
    Row half = row("select 0.5 as n");
    assertThatThrownBy(() -> half.number("n")).isInstanceOf(ArithmeticException.class);
    Row large = row("select 3000000000 as n");
    assertThatThrownBy(() -> large.whole("n")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aColumnThatIsNotThereOrOfAnotherTypeIsAnError() {
    Row row = row("select 'a' as name");

    assertThatThrownBy(() -> row.text("nmae"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No nmae in [name]");
    assertThatThrownBy(() -> row.uuid("name")).isInstanceOf(ClassCastException.class);
  }

  @Test
  void theFieldsOfARowKeepTheirOrderAndNames() {
    assertThat(
            row("select 'b' as \"lastName\", 'a' as first, cast(null as text) as third").fields())
        .containsExactly(entry("lastName", "b"), entry("first", "a"), entry("third", null));
  }

  @Test
  void oneColumnIsAListOfItsValues() {
    List<Long> numbers =
        read(
            em ->
                NamedSql.values(
                        em,
                        "select cast(n as bigint) from generate_series(1, :last) n order by 1",
                        Long.class)
                    .setParameter("last", 3)
                    .getResultList());

    assertThat(numbers).containsExactly(1L, 2L, 3L);
    LocalDate day =
        read(
            em ->
                NamedSql.values(em, "select cast('2026-01-02' as date)", LocalDate.class)
                    .getSingleResult());
    assertThat(day).isEqualTo(LocalDate.of(2026, 1, 2));
  }

  @Test
  void soIsARowOfOneColumn() {
    assertThat(row("select 5 as n").number("n")).isEqualTo(5);
  }
}
