package com.heyi.web.messages;

import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessagesFacade;
import com.heyi.messages.PreferenceView;
import com.heyi.messages.SetPreference;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The form that says how a customer wants to be told. */
@PageAt(
    value = "/messages/preference.xhtml",
    facade = MessagesFacade.class,
    needs = "setPreference")
@Named
@ViewScoped
public class PreferencePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private MessagesFacade messages;

  private final FormKey key = new FormKey();
  private String id;
  private int version;
  private String language;
  private MessageChannel channel;
  private String email;

  /** Reads what the customer said before. */
  public void load() {
    PreferenceView now = messages.preference(Param.id(id));
    version = now.version();
    language = now.language();
    channel = now.channel();
    email = now.email();
  }

  public String save() {
    UUID customer = Param.id(id);
    SetPreference command = new SetPreference(customer, version, language, channel, email);
    return Commands.run(key, () -> messages.setPreference(command))
        .map(
            done ->
                Go.saying("page.messages.preference.saved")
                    .to("/accounts/customer", "id", done.customerId()))
        .orElse(Go.STAY);
  }

  /** The languages Heyi speaks, each by its own name. */
  public List<SelectItem> getLanguages() {
    return Texts.SPOKEN.stream()
        .map(Locale::toLanguageTag)
        .map(tag -> new SelectItem(tag, Texts.get(Texts.DEFAULT, "language." + tag)))
        .toList();
  }

  public MessageChannel[] getChannels() {
    return MessageChannel.values();
  }

  public FormKey getKey() {
    return key;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public MessageChannel getChannel() {
    return channel;
  }

  public void setChannel(MessageChannel channel) {
    this.channel = channel;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
