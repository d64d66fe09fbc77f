package com.heyi.web.relationship;

import com.heyi.relationship.TierRule;
import com.heyi.relationship.TierRulesView;
import com.heyi.relationship.TiersFacade;
import com.heyi.shared.facade.CallContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tiers' names in the reader's language; of a tier that is no more, its latest name. */
@Named
@RequestScoped
public class TierNames {
  @Inject private TiersFacade tiers;

  private Map<String, String> names;

  /** The name of the tier with this code. */
  public String of(String code) {
    if (code == null) {
      return null;
    }
    if (names == null) {
      names = read();
    }
    return names.getOrDefault(code, code);
  }

  /** The codes of the tiers that are in force, the lowest first. */
  public List<String> getCodes() {
    return tiers.rules().stream()
        .filter(TierRulesView::inForce)
        .flatMap(set -> set.tiers().stream())
        .map(TierRule::code)
        .toList();
  }

  private Map<String, String> read() {
    Locale locale = CallContext.current().locale();
    Map<String, String> known = new HashMap<>();
    // The newest set comes first; what it does not know any more, an older one tells.
    tiers
        .rules()
        .forEach(
            set -> set.tiers().forEach(tier -> known.putIfAbsent(tier.code(), tier.name(locale))));
    return known;
  }
}
