package com.heyi.menu;

import com.heyi.shared.facade.Targeted;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A customer's menu.
 *
 * @param customerId the customer
 * @param channel where it is shown
 * @param on the day that it is for
 * @param leftHanded whether he reaches it with the left hand
 * @param largeText whether he wants larger letters
 * @param language tag of the language in which he is spoken to
 * @param places the functions, the likeliest first after those that he pinned
 * @param help help that is offered to him, because he got stuck
 */
public record MenuView(
    UUID customerId,
    MenuChannel channel,
    LocalDate on,
    boolean leftHanded,
    boolean largeText,
    String language,
    List<MenuPlace> places,
    List<HelpView> help)
    implements Targeted {
  public MenuView {
    places = List.copyOf(places);
    help = List.copyOf(help);
  }

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
