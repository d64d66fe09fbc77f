package com.heyi.messages.internal;

import com.heyi.messages.MessageChannel;
import com.heyi.messages.PreferenceView;
import com.heyi.messages.SetPreference;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
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

  Preference(UUID customerId) {
    this.customerId = customerId;
  }

  void set(SetPreference command) {
    if (command.expectedVersion() != version) {
      throw new HeyiException(CommonError.VERSION_MOVED, command.expectedVersion(), version);
    }
    language = command.language();
    channel = command.channel();
    email = command.email();
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
    return new PreferenceView(customerId, version, language, channel, email);
  }
}
