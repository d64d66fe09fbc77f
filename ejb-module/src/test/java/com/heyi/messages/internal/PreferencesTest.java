package com.heyi.messages.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.messages.MessageChannel;
import com.heyi.messages.PreferenceView;
import com.heyi.messages.SetPreference;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PreferencesTest {
  private final UUID customer = Ids.next();

  @Test
  void ofTwoWhoAreTheFirstTheSecondIsRefused() {
    assertThat(stands().version()).isZero();
    assertThat(set(0, "first@example.com").version()).isEqualTo(1);
    assertThatThrownBy(() -> set(0, "second@example.com"))
        .isInstanceOf(HeyiException.class)
        .hasMessage(CommonError.VERSION_MOVED.code());
    assertThat(stands().email()).isEqualTo("f***@example.com");
    assertThat(set(1, "third@example.com").version()).isEqualTo(2);
    assertThat(stands().version()).isEqualTo(2);
  }

  @Test
  void whoHasSaidNothingHasNoVersionToChange() {
    assertThatThrownBy(() -> set(1, "first@example.com"))
        .isInstanceOf(HeyiException.class)
        .hasMessage(CommonError.VERSION_MOVED.code());
  }

  @Test
  void theAddressIsShownMaskedAndGivenBackSoItStays() {
    assertThat(set(0, "li.na@example.com").email()).isEqualTo("l***@example.com");
    set(1, "l***@example.com");
    assertThat(stored()).isEqualTo("li.na@example.com");
    assertThatThrownBy(() -> set(stands().version(), "x***@example.com"))
        .isInstanceOf(HeyiException.class)
        .hasMessage(CommonError.INVALID.code());
    assertThat(stored()).isEqualTo("li.na@example.com");
  }

  private PreferenceView stands() {
    return TestDatabase.get().inTransaction(em -> new Preferences(em).of(customer));
  }

  private String stored() {
    return TestDatabase.get()
        .inTransaction(em -> new Preferences(em).find(customer).orElseThrow().email());
  }

  private PreferenceView set(int expected, String email) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                new Preferences(em)
                    .set(new SetPreference(customer, expected, "en", MessageChannel.EMAIL, email)));
  }
}
