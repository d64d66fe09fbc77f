package com.heyi.web.menu;

import com.heyi.menu.AskMenu;
import com.heyi.menu.MenuChannel;
import com.heyi.menu.MenuFacade;
import com.heyi.menu.MenuFunctionView;
import com.heyi.menu.MenuFunctionsFacade;
import com.heyi.menu.MenuPreferenceView;
import com.heyi.menu.MenuView;
import com.heyi.menu.SetMenuPreference;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import com.heyi.web.common.CurrentUser;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** A customer's menu as each channel shows it, and how he wants it. */
@PageAt(value = "/menu/customer.xhtml", facade = MenuFacade.class, needs = "menu")
@Named
@ViewScoped
public class CustomerMenuPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** As many pins as the form has places for; more by REST stay behind them. */
  private static final int PINS = 3;

  @Inject private MenuFacade menus;
  @Inject private MenuFunctionsFacade functions;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  private final FormKey key = new FormKey();
  private String id;
  private String day;
  private transient List<MenuView> shown;
  private transient List<SelectItem> offered;
  private int version;
  private boolean leftHanded;
  private boolean largeText;
  private String language;
  private final String[] pins = new String[PINS];
  private List<String> otherPins = List.of();
  private List<String> hides = List.of();

  /** Reads the menus of the day, and into the form how he wants them. */
  public void load() {
    shown = read();
    MenuPreferenceView wants = menus.preference(Param.id(id));
    version = wants.version();
    leftHanded = wants.leftHanded();
    largeText = wants.largeText();
    language = wants.language();
    hides = wants.hides();
    for (int i = 0; i < PINS; i++) {
      pins[i] = i < wants.pins().size() ? wants.pins().get(i) : null;
    }
    otherPins = wants.pins().stream().skip(PINS).toList();
  }

  private List<MenuView> read() {
    UUID customer = Param.id(id);
    Instant at = at();
    return Arrays.stream(MenuChannel.values())
        .map(channel -> menus.menu(new AskMenu(customer, channel, at, AskMenu.USUAL)))
        .toList();
  }

  /** Noon of the day asked for, or now. */
  private Instant at() {
    LocalDate asked = MenuText.day("day", day);
    return asked == null ? null : asked.atTime(12, 0).atZone(clock.getZone()).toInstant();
  }

  /** Says how he wants it. */
  public String save() {
    List<String> wanted =
        new ArrayList<>(
            Arrays.stream(pins).filter(Objects::nonNull).filter(pin -> !pin.isBlank()).toList());
    wanted.addAll(otherPins);
    SetMenuPreference command =
        new SetMenuPreference(
            Param.id(id), version, leftHanded, largeText, language, wanted, hides);
    return Commands.run(key, () -> menus.setPreference(command))
        .map(done -> Go.saying("page.menu.preference.saved").again("id", id))
        .orElse(Go.STAY);
  }

  public List<MenuView> getShown() {
    if (shown == null) {
      shown = read();
    }
    return shown;
  }

  public boolean isChangeable() {
    return !user.isAuditor();
  }

  /** All functions, by their names in the caller's language. */
  public List<SelectItem> getOffered() {
    if (offered == null) {
      Locale locale = CallContext.current().locale();
      offered =
          functions.list().stream()
              .map((MenuFunctionView one) -> new SelectItem(one.code(), one.name(locale)))
              .toList();
    }
    return offered;
  }

  /** The languages Heyi speaks, each by its own name. */
  public List<SelectItem> getLanguages() {
    return Texts.SPOKEN.stream()
        .map(Locale::toLanguageTag)
        .map(tag -> new SelectItem(tag, Texts.get(Texts.DEFAULT, "language." + tag)))
        .toList();
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

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public boolean isLeftHanded() {
    return leftHanded;
  }

  public void setLeftHanded(boolean leftHanded) {
    this.leftHanded = leftHanded;
  }

  public boolean isLargeText() {
    return largeText;
  }

  public void setLargeText(boolean largeText) {
    this.largeText = largeText;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getFirstPin() {
    return pins[0];
  }

  public void setFirstPin(String pin) {
    pins[0] = pin;
  }

  public String getSecondPin() {
    return pins[1];
  }

  public void setSecondPin(String pin) {
    pins[1] = pin;
  }

  public String getThirdPin() {
    return pins[2];
  }

  public void setThirdPin(String pin) {
    pins[2] = pin;
  }

  public List<String> getHides() {
    return hides;
  }

  public void setHides(List<String> hides) {
    this.hides = hides;
  }
}
