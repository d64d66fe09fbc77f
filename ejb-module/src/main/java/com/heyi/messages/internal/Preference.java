package com.heyi.messages.internal;

import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageError;
import com.heyi.messages.PreferenceView;
import com.heyi.messages.SetPreference;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.SeenVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** How a customer wants to be told. */
@Entity
@Audited
@Table(schema = "messages", name = "preference")
public class Preference {
  private static final int NONE = 0;

  @Id
  @Column(name = "customer_id")
  private UUID customerId;

  @Version private int version;
  private String language;

  @Enumerated(EnumType.STRING)
  private MessageChannel channel;

  @Personal(Mask.LAST_FOUR)
  private String email;

  protected Preference() {}

  static Preference first(SetPreference command) {
    refuseUnseen(command, NONE);
    Preference preference = new Preference();
    preference.customerId = command.customerId();
    preference.say(command);
    return preference;
  }

  Preference set(SetPreference command) {
    refuseUnseen(command, seen());
    say(command);
    return this;
  }

  private void say(SetPreference command) {
    language = command.language();
    channel = command.channel();
    if (!PreferenceView.isMasked(command.email())) {
      email = command.email();
    } else if (!command.email().equals(PreferenceView.masked(email))) {
      throw CommonError.invalid("email", MessageError.EMAIL_MISSING);
    }
  }

  /**
   * Refuses a change by somebody who has not seen how it stands.
   *
   * @param stands as {@link PreferenceView#version}
   */
  private static void refuseUnseen(SetPreference command, int stands) {
    SeenVersion.require(command.expectedVersion(), stands);
  }

  /** One more than that of the row, whose first is 0: 0 is for who has said nothing. */
  private int seen() {
    return version + 1;
  }

  Locale language() {
    return Locale.forLanguageTag(language);
  }

  MessageChannel channel() {
    return channel;
  }

  String email() {
    return email;
  }

  PreferenceView view() {
    return PreferenceView.of(customerId, seen(), language, channel, email);
  }
}
