package com.heyi.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.Gender;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTest {

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource({
    "11010519491231002X, 1949-12-31, FEMALE, the example of GB 11643 itself",
    "110101199003070134, 1990-03-07, MALE, an odd sequence number",
    "110105200002290021, 2000-02-29, FEMALE, 2000 was a leap year",
    "11010519000101001X, 1900-01-01, MALE, the earliest day",
    "830000199001010012, 1990-01-01, MALE, a resident from Taiwan"
  })
  void aNumberTellsBirthAndGender(String text, LocalDate born, Gender gender, String why) {
    ResidentId id = ResidentId.parse(text).orElseThrow();
    assertThat(id.birthDate()).isEqualTo(born);
    assertThat(id.gender()).isEqualTo(gender);
    assertThat(id.value()).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "110105194912310020, the check character is X",
    "11010519491231003X, a wrong digit",
    "11010519491231020X, two digits swapped",
    "440524188001010014, born in 1880: nobody lives so long",
    "110105190002290025, 1900 was no leap year",
    "110105200102290029, 2001 was no leap year",
    "110105199013010018, no thirteenth month",
    "110105199004310019, April has 30 days",
    "990105199001010014, no such province",
    "000105199001010015, no such province",
    "110105491231002, the old form of 15 digits",
    "11010519491231002XX, too long",
    "11010519491231002XX, X before the end",
    "'', nothing"
  })
  void whatIsNoNumberIsRefused(String text, String why) {
    assertThat(ResidentId.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11010519491231002x",
        " 11010519491231002X ",
        "110105 19491231 002X",
        "１１０１０５１９４９１２３１００２Ｘ"
      })
  void whatPeopleTypeIsBroughtIntoOneForm(String text) {
    assertThat(ResidentId.parse(text)).map(ResidentId::value).contains("11010519491231002X");
  }

  @ParameterizedTest
  @ValueSource(strings = {"１１０１０５１９４９１２３１００２Ｙ", "11010519491231٠٠2X", "一一〇一〇五一九四九一二三一〇〇二X"})
  void otherDigitsAreNotTakenForDigits(String text) {
    assertThat(ResidentId.parse(text)).isEmpty();
  }

  @Property
  void everyWrongDigitIsFound(
      @ForAll("numbers") String number,
      @ForAll @IntRange(max = 16) int position,
      @ForAll @IntRange(min = 1, max = 9) int shift) {
    char wrong = (char) ('0' + (number.charAt(position) - '0' + shift) % 10);
    String changed = number.substring(0, position) + wrong + number.substring(position + 1);
    assertThat(ResidentId.parse(changed)).isEmpty();
  }

  @Property
  void everySwapOfUnequalNeighboursIsFound(
      @ForAll("numbers") String number, @ForAll @IntRange(max = 15) int position) {
    char first = number.charAt(position);
    char second = number.charAt(position + 1);
    String swapped =
        number.substring(0, position) + second + first + number.substring(position + 2);
    assertThat(ResidentId.parse(swapped).isPresent()).isEqualTo(first == second);
  }

  @Property
  void theMaskHidesTheBirthDate(@ForAll("numbers") String number) {
    String mask = Masks.residentId(number);
    assertThat(mask).hasSize(18).startsWith(number.substring(0, 6)).contains("********");
    assertThat(ResidentId.parse(number).orElseThrow()).hasToString(mask);
  }

  @Provide
  Arbitrary<String> numbers() {
    return Combinators.combine(
            Arbitraries.of("110101", "310115", "440306", "500101"),
            Arbitraries.integers().between(0, 45_000),
            Arbitraries.integers().between(0, 999))
        .as(
            (region, day, sequence) -> {
              LocalDate born = LocalDate.of(1900, 1, 1).plusDays(day);
              String digits =
                  region + born.toString().replace("-", "") + String.format("%03d", sequence);
              return digits + ResidentId.checkCharacter(digits);
            });
  }
}
