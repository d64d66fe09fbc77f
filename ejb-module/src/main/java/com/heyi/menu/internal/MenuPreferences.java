package com.heyi.menu.internal;

import com.heyi.menu.MenuError;
import com.heyi.menu.MenuPreferenceView;
import com.heyi.menu.SetMenuPreference;
import com.heyi.messages.CustomerLanguage;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps how customers want their menus. */
@ApplicationScoped
public class MenuPreferences {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private MenuFunctions functions;
  @Inject private CustomerLanguage languages;

  protected MenuPreferences() {}

  public MenuPreferences(EntityManager em, MenuFunctions functions, CustomerLanguage languages) {
    this.em = em;
    this.functions = functions;
    this.languages = languages;
  }

  /** What he said, or what goes for those who said nothing. */
  public MenuPreferenceView of(UUID customerId) {
    String language = languages.of(customerId);
    return find(customerId)
        .map(
            said ->
                new MenuPreferenceView(
                    customerId,
                    said.seen(),
                    said.leftHanded(),
                    said.largeText(),
                    language,
                    said.pins(),
                    said.hides()))
        .orElseGet(
            () ->
                new MenuPreferenceView(
                    customerId, MenuPreference.NONE, false, false, language, List.of(), List.of()));
  }

  /**
   * @throws HeyiException {@link MenuError#FUNCTION_UNKNOWN}, {@link MenuError#PINNED_AND_HIDDEN}
   */
  public MenuPreferenceView set(SetMenuPreference command) {
    Optional<MenuPreference> before = find(command.customerId());
    MenuPreference.requireSeen(
        command.expectedVersion(), before.map(MenuPreference::seen).orElse(MenuPreference.NONE));
    List<String> named = new ArrayList<>(command.pins());
    named.addAll(command.hides());
    functions.requireKnown(named);
    Set<String> hidden = new HashSet<>(command.hides());
    command.pins().stream()
        .filter(hidden::contains)
        .findFirst()
        .ifPresent(
            code -> {
              throw new HeyiException(MenuError.PINNED_AND_HIDDEN, code);
            });
    // Two who are the first at once meet at the key of the table, and the second is refused.
    em.persist(
        before.map(said -> said.set(command)).orElseGet(() -> MenuPreference.first(command)));
    if (command.language() != null) {
      languages.set(command.customerId(), command.language());
    }
    em.flush();
    return of(command.customerId());
  }

  private Optional<MenuPreference> find(UUID customerId) {
    return Optional.ofNullable(em.find(MenuPreference.class, customerId));
  }
}
