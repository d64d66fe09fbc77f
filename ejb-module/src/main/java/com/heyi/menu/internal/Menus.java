package com.heyi.menu.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.menu.AskMenu;
import com.heyi.menu.MenuFunctionView;
import com.heyi.menu.MenuPlace;
import com.heyi.menu.MenuPreferenceView;
import com.heyi.menu.MenuView;
import com.heyi.menu.PlaceReason;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a customer's menu. */
@ApplicationScoped
public class Menus {
  @Inject private MenuFunctions functions;
  @Inject private MenuPreferences preferences;
  @Inject private Habits habits;
  @Inject private Segments segments;
  @Inject private CustomerDirectory customers;
  @Inject private Helps helps;
  @Inject private Clock clock;

  protected Menus() {}

  public Menus(
      MenuFunctions functions,
      MenuPreferences preferences,
      Habits habits,
      Segments segments,
      CustomerDirectory customers,
      Helps helps,
      Clock clock) {
    this.functions = functions;
    this.preferences = preferences;
    this.habits = habits;
    this.segments = segments;
    this.customers = customers;
    this.helps = helps;
    this.clock = clock;
  }

  /** What he pinned, in his order; then the likeliest; nothing that he hid or that is off here. */
  public MenuView of(AskMenu asked) {
    LocalDate on =
        asked.at() == null
            ? LocalDate.now(clock)
            : LocalDate.ofInstant(asked.at(), clock.getZone());
    MenuPreferenceView wants = preferences.of(asked.customerId());
    Map<String, MenuFunctionView> shown = shown(asked, wants);
    Habits.Known known =
        habits.of(
            customers.recordsOf(asked.customerId()),
            asked.channel(),
            segments.of(asked.customerId()),
            on);
    Map<String, Ranking.Ranked> ranked = new LinkedHashMap<>();
    Ranking.of(shown.keySet(), known.counts(), Level::strength, NearDays.share(NearDays.of(on)))
        .forEach(one -> ranked.put(one.function(), one));
    List<String> order = new ArrayList<>(wants.pins().stream().filter(shown::containsKey).toList());
    int pinned = order.size();
    ranked.keySet().stream().filter(code -> !wants.pins().contains(code)).forEach(order::add);
    List<MenuPlace> places = new ArrayList<>();
    for (String code : order.subList(0, Math.min(asked.places(), order.size()))) {
      Because because =
          places.size() < pinned
              ? new Because(PlaceReason.PINNED, Optional.empty())
              : because(ranked.get(code), known, on);
      places.add(place(places.size() + 1, shown.get(code), because, ranked.get(code).perMille()));
    }
    return new MenuView(
        asked.customerId(),
        asked.channel(),
        on,
        wants.leftHanded(),
        wants.largeText(),
        wants.language(),
        places,
        helps.open(asked.customerId()));
  }

  private Map<String, MenuFunctionView> shown(AskMenu asked, MenuPreferenceView wants) {
    Map<String, MenuFunctionView> shown = functions.byCode();
    shown.values().removeIf(function -> !function.isOn(asked.channel()));
    shown.keySet().removeAll(wants.hides());
    return shown;
  }

  /** A reason with its day, if it has one. */
  private record Because(PlaceReason reason, Optional<Integer> day) {}

  private static Because because(Ranking.Ranked one, Habits.Known known, LocalDate on) {
    Optional<Integer> peak =
        one.from().filter(Level::isOwn).flatMap(own -> known.peak(one.function(), on));
    if (peak.isPresent()) {
      return new Because(PlaceReason.DAY_OF_MONTH, peak);
    }
    return new Because(
        one.from().map(Habits::reason).orElse(PlaceReason.OFFERED), Optional.empty());
  }

  private static MenuPlace place(
      int place, MenuFunctionView function, Because because, int perMille) {
    Locale locale = CallContext.current().locale();
    String text =
        Texts.get(
            locale,
            "menu.reason." + because.reason().name(),
            because.day().map(Object.class::cast).orElse(""));
    return new MenuPlace(
        place, function.code(), function.name(locale), because.reason(), text, perMille);
  }
}
