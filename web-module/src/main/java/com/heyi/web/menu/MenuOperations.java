package com.heyi.web.menu;

import com.heyi.menu.HelpView;
import com.heyi.menu.MenuPlace;
import com.heyi.menu.MenuPreferenceView;
import com.heyi.menu.MenuView;
import com.heyi.menu.UsesTaken;
import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;

/** Menus of a branch's own customers. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface MenuOperations {

  /**
   * The functions in the order that a customer is likely to need.
   *
   * @param channel APP, COUNTER or PHONE
   * @param at a moment with its offset; absent for now
   * @param places the most wanted; absent for 8
   */
  @WebMethod
  @WebResult(name = "menu")
  CustomerMenu getCustomerMenu(
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "channel") String channel,
      @WebParam(name = "at") String at,
      @WebParam(name = "places") Integer places);

  /** Tells what a customer used, all of it or nothing. */
  @WebMethod
  @WebResult(name = "taken")
  MenuUsesTaken reportMenuUses(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "use") List<MenuUse> uses);

  /** How a customer wants his menu. */
  @WebMethod
  @WebResult(name = "preference")
  MenuPreference getMenuPreference(@WebParam(name = "customerId") String customerId);

  /**
   * Says how a customer wants his menu.
   *
   * @param expectedVersion the version that was seen, 0 for none
   * @param language zh-CN, zh-TW or en; absent to leave it
   */
  @WebMethod
  @WebResult(name = "preference")
  MenuPreference setMenuPreference(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "expectedVersion") int expectedVersion,
      @WebParam(name = "leftHanded") boolean leftHanded,
      @WebParam(name = "largeText") boolean largeText,
      @WebParam(name = "language") String language,
      @WebParam(name = "pin") List<String> pins,
      @WebParam(name = "hide") List<String> hides);

  /**
   * Says what came of an offer of help.
   *
   * @param answer HANDLED or DECLINED
   */
  @WebMethod
  @WebResult(name = "help")
  MenuHelp answerHelp(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "helpId") String helpId,
      @WebParam(name = "expectedVersion") long expectedVersion,
      @WebParam(name = "answer") String answer);

  /** Something that a customer used. */
  @XmlType(name = "MenuUse", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class MenuUse {
    /** Given by the caller: the same use told again is known by it. */
    @XmlElement(required = true)
    String id;

    @XmlElement(required = true)
    String channel;

    @XmlElement(required = true)
    String function;

    @XmlElement(required = true)
    String at;

    /** OK, FAILED or ABANDONED. */
    @XmlElement(required = true)
    String outcome;

    String journeyId;
    String step;

    MenuUse() {}
  }

  /** A menu. */
  @XmlType(name = "CustomerMenu", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class CustomerMenu {
    @XmlElement(required = true)
    private String customerId;

    @XmlElement(required = true)
    private String channel;

    @XmlElement(required = true)
    private String on;

    private boolean leftHanded;
    private boolean largeText;

    @XmlElement(required = true)
    private String language;

    @XmlElement(name = "place")
    private List<MenuEntry> places;

    @XmlElement(name = "help")
    private List<MenuHelp> help;

    CustomerMenu() {}

    CustomerMenu(MenuView menu) {
      customerId = menu.customerId().toString();
      channel = menu.channel().name();
      on = menu.on().toString();
      leftHanded = menu.leftHanded();
      largeText = menu.largeText();
      language = menu.language();
      places = menu.places().stream().map(MenuEntry::new).toList();
      help = menu.help().stream().map(MenuHelp::new).toList();
    }
  }

  /** A place in a menu. */
  @XmlType(name = "MenuEntry", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class MenuEntry {
    private int place;

    @XmlElement(required = true)
    private String function;

    @XmlElement(required = true)
    private String name;

    @XmlElement(required = true)
    private String reason;

    @XmlElement(required = true)
    private String because;

    private int perMille;

    MenuEntry() {}

    MenuEntry(MenuPlace entry) {
      place = entry.place();
      function = entry.function();
      name = entry.name();
      reason = entry.reason().name();
      because = entry.because();
      perMille = entry.perMille();
    }
  }

  /** What came of a report. */
  @XmlType(name = "MenuUsesTaken", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class MenuUsesTaken {
    private int taken;
    private int known;

    @XmlElement(name = "help")
    private List<MenuHelp> help;

    MenuUsesTaken() {}

    MenuUsesTaken(UsesTaken done) {
      taken = done.taken();
      known = done.known();
      help = done.help().stream().map(MenuHelp::new).toList();
    }
  }

  /** How a customer wants his menu. */
  @XmlType(name = "MenuPreference", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class MenuPreference {
    @XmlElement(required = true)
    private String customerId;

    private int version;
    private boolean leftHanded;
    private boolean largeText;

    @XmlElement(required = true)
    private String language;

    @XmlElement(name = "pin")
    private List<String> pins;

    @XmlElement(name = "hide")
    private List<String> hides;

    MenuPreference() {}

    MenuPreference(MenuPreferenceView view) {
      customerId = view.customerId().toString();
      version = view.version();
      leftHanded = view.leftHanded();
      largeText = view.largeText();
      language = view.language();
      pins = view.pins();
      hides = view.hides();
    }
  }

  /** Help that is offered. */
  @XmlType(name = "MenuHelp", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  class MenuHelp {
    @XmlElement(required = true)
    private String helpId;

    private long version;

    @XmlElement(required = true)
    private String function;

    @XmlElement(required = true)
    private String step;

    /** OFFERED, HANDLED, DECLINED or SOLVED. */
    @XmlElement(required = true)
    private String status;

    MenuHelp() {}

    MenuHelp(HelpView help) {
      helpId = help.id().toString();
      version = help.version();
      function = help.function();
      step = help.step();
      status = help.status().name();
    }
  }
}
