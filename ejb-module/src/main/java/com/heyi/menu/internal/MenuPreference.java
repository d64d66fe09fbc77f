package com.heyi.menu.internal;

import com.heyi.menu.SetMenuPreference;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** How a customer wants his menu. */
@Entity
@Audited
@Table(schema = "menu", name = "preference")
public class MenuPreference {
  static final int NONE = 0;

  @Id
  @Column(name = "customer_id")
  private UUID customerId;

  @Version private int version;

  @Column(name = "left_handed")
  private boolean leftHanded;

  @Column(name = "large_text")
  private boolean largeText;

  @Convert(converter = CodesConverter.class)
  private List<String> pins;

  @Convert(converter = CodesConverter.class)
  private List<String> hides;

  protected MenuPreference() {}

  static MenuPreference first(SetMenuPreference command) {
    MenuPreference preference = new MenuPreference();
    preference.customerId = command.customerId();
    preference.say(command);
    return preference;
  }

  MenuPreference set(SetMenuPreference command) {
    say(command);
    return this;
  }

  private void say(SetMenuPreference command) {
    leftHanded = command.leftHanded();
    largeText = command.largeText();
    pins = command.pins().stream().distinct().toList();
    hides = command.hides().stream().distinct().sorted().toList();
  }

  /** One more than that of the row, whose first is 0: 0 is for who has said nothing. */
  int seen() {
    return version + 1;
  }

  boolean leftHanded() {
    return leftHanded;
  }

  boolean largeText() {
    return largeText;
  }

  List<String> pins() {
    return pins;
  }

  List<String> hides() {
    return hides;
  }

  /**
   * Refuses a change by somebody who has not seen how it stands.
   *
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  static void requireSeen(int expected, int stands) {
    SeenVersion.require(expected, stands);
  }
}
