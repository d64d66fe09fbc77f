package com.heyi.messages.internal;

import com.heyi.messages.PreferenceView;
import com.heyi.messages.SetPreference;
import com.heyi.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Keeps how customers want to be told. */
@ApplicationScoped
public class Preferences {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Preferences() {}

  public Preferences(EntityManager em) {
    this.em = em;
  }

  Optional<Preference> find(UUID customerId) {
    return customerId == null
        ? Optional.empty()
        : Optional.ofNullable(em.find(Preference.class, customerId));
  }

  /** What he said, or what goes for those who said nothing. */
  public PreferenceView of(UUID customerId) {
    return find(customerId)
        .map(Preference::view)
        .orElseGet(
            () -> new PreferenceView(customerId, 0, Texts.DEFAULT.toLanguageTag(), null, null));
  }

  public PreferenceView set(SetPreference command) {
    Preference preference =
        find(command.customerId())
            .map(known -> known.set(command))
            .orElseGet(() -> Preference.first(command));
    // Two who are the first at once meet at the key of the table, and the second is refused.
    em.persist(preference);
    em.flush();
    return preference.view();
  }
}
