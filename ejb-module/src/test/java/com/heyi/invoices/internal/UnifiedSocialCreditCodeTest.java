package com.heyi.invoices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTest {
  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91440300708461136T", "91350100m000100y43"})
  void theStandardsExampleAndACompanysCodeAreRight(String code) {
    assertThat(UnifiedSocialCreditCode.parse(code)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y44",
        "91350100M000100Y4",
        "91350100M000100Y431",
        "91350100I000100Y43",
        "一二三四五六七八九十一二三四五六七八",
        "110101199003078888"
      })
  void aWrongCheckCharacterLengthOrLetterIsNone(String code) {
    assertThat(UnifiedSocialCreditCode.parse(code)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" 91350100 M000100Y43 ", "９１３５０１００Ｍ０００１００Ｙ４３"})
  void spacesAndFullWidthCharactersAreForgiven(String code) {
    assertThat(UnifiedSocialCreditCode.parse(code))
        .map(UnifiedSocialCreditCode::value)
        .contains("91350100M000100Y43");
  }

  @Property
  void oneWrongCharacterIsAlwaysFound(
      @ForAll
          @StringLength(17)
          @Chars({
            '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G',
            'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'T', 'U', 'W', 'X', 'Y'
          })
          String first,
      @ForAll @IntRange(min = 0, max = 17) int at,
      @ForAll @IntRange(min = 1, max = 30) int by) {
    String right = first + UnifiedSocialCreditCode.checkCharacter(first);
    assertThat(UnifiedSocialCreditCode.parse(right)).isPresent();
    char other = CHARACTERS.charAt((CHARACTERS.indexOf(right.charAt(at)) + by) % 31);
    String wrong = right.substring(0, at) + other + right.substring(at + 1);
    assertThat(UnifiedSocialCreditCode.parse(wrong)).isEmpty();
  }
}
