package com.heyi.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataFormsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "李雷",
        "𠮷野家子",
        "𰻝〇",
        "﨑",
        "買買提·吐爾遜",
        "迪丽热巴·迪力木拉提",
        "Anne-Marie O'Neill",
        "José de la Cruz Jr.",
        "王 小明"
      })
  void namesOfAllScriptsAreNames(String name) {
    assertThat(PersonNames.isName(name)).isTrue();
    assertThat(PersonNames.normalised(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "·", "李雷1", "<b>李雷</b>", "李雷;", "·李雷", "李雷·", "🙂", "李\u202e雷"})
  void otherTextIsNoName(String text) {
    assertThat(PersonNames.isName(text)).isFalse();
  }

  @Test
  void aRareCharacterCountsOnce() {
    assertThat(PersonNames.isName("𠮷".repeat(100))).isTrue();
    assertThat(PersonNames.isName("𠮷".repeat(101))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "' 李雷　', 李雷",
    "迪丽热巴•迪力木拉提, 迪丽热巴·迪力木拉提",
    "迪丽热巴・迪力木拉提, 迪丽热巴·迪力木拉提",
    "'Li   Lei', Li Lei"
  })
  void namesGetOneForm(String typed, String stored) {
    assertThat(PersonNames.normalised(typed)).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource({
    "13812345678, +8613812345678",
    "138 1234 5678, +8613812345678",
    "+86 138-1234-5678, +8613812345678",
    "１３８１２３４５６７８, +8613812345678",
    "010-62345678, +861062345678",
    "+886 912 345 678, +886912345678",
    "+852 9123 4567, +85291234567"
  })
  void phonesAreBroughtToE164(String typed, String stored) {
    assertThat(PhoneNumbers.toE164(typed)).contains(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1381234567", "12345", "电话", "138123456789", "+999 123456789"})
  void whatCanBeNoPhoneIsRefused(String typed) {
    assertThat(PhoneNumbers.toE164(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+8613812345678, +86138****5678",
    "+85291234567, +852****4567",
    "+2901234, +29*1234",
    ","
  })
  void phonesAreMasked(String e164, String masked) {
    assertThat(Masks.phone(e164)).isEqualTo(masked);
  }

  @Property
  void everyNumberGetsACheckDigitThatFindsAWrongDigit(
      @ForAll @LongRange(max = 999_999_999_999L) long serial) {
    String number = Luhn.append("620000" + String.format("%012d", serial));
    assertThat(number).hasSize(19);
    assertThat(Luhn.isValid(number)).isTrue();
    char wrong = (char) ('0' + (number.charAt(10) - '0' + 1) % 10);
    assertThat(Luhn.isValid(number.substring(0, 10) + wrong + number.substring(11))).isFalse();
  }

  @Test
  void theCheckDigitIsTheOneOfTheStandard() {
    assertThat(Luhn.append("7992739871")).isEqualTo("79927398713");
  }
}
