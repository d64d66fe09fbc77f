package com.heyi.messages.internal;

import com.heyi.messages.CustomerLanguage;
import com.heyi.messages.PreferenceView;
import com.heyi.messages.SetPreference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The language that stands in how a customer wants to be told. */
@ApplicationScoped
public class SpokenLanguages implements CustomerLanguage {
  @Inject private Preferences preferences;

  protected SpokenLanguages() {}

  public SpokenLanguages(Preferences preferences) {
    this.preferences = preferences;
  }

  @Override
  public String of(UUID customerId) {
    return preferences.of(customerId).language();
  }

  @Override
  public void set(UUID customerId, String language) {
    PreferenceView now = preferences.of(customerId);
    if (!now.language().equals(language)) {
      preferences.set(
          new SetPreference(customerId, now.version(), language, now.channel(), now.email()));
    }
  }
}
