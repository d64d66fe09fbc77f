package com.heyi.web.approvals;

import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.WeightUnit;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Formats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in a person's words what a request is about: actions, fields, values, times. */
@Named("approvalTexts")
@ApplicationScoped
public class ApprovalTexts {
  private static final Pattern LISTED = Pattern.compile("(\\w+)\\[(\\d+)](\\.\\w+)?");
  private static final Duration LONG = Duration.ofHours(48);
  private static final Map<String, String> ENUMS =
      Map.of(
          "item.status", "ItemStatus",
          "complaint.status", "ComplaintStatus",
          "order.status", "OrderStatus",
          "order.stage", "OrderStage",
          "return.status", "ReturnStatus",
          "run.status", "ImportStatus",
          "account.status", "AccountStatus",
          "match_suggestion.status", "MatchStatus");

  /** Fields that hold the id of a customer. */
  private static final Set<String> CUSTOMERS = Set.of("customerId", "intoId", "mergedInto");

  /** Where a record of this kind is shown, for records that have a page of their own. */
  private static final Map<String, String> PAGES =
      Map.of(
          "customer", "/accounts/customer.xhtml?id=",
          "item", "/mall/item.xhtml?id=",
          "order", "/mall/order.xhtml?id=",
          "return", "/mall/return.xhtml?id=",
          "complaint", "/complaints/complaint.xhtml?id=",
          "calendar", "/complaints/calendars.xhtml?code=",
          "import", "/imports/run.xhtml?id=",
          "approval-rule", "/approvals/rules.xhtml?action=");

  private Clock clock;
  private Formats formats;

  protected ApprovalTexts() {}

  @Inject
  ApprovalTexts(Clock clock, Formats formats) {
    this.clock = clock;
    this.formats = formats;
  }

  /** What the action does, or its name. */
  public String action(String name) {
    return find("page.approvals.action." + name).orElse(name);
  }

  /** The kind of record, or its word in targets. */
  public String thing(String name) {
    return find("page.approvals.thing." + name).orElse(name);
  }

  /** A field, or its name in the API; of a list with the place that it stands at. */
  public String field(String name) {
    Matcher listed = LISTED.matcher(name);
    return find("page.approvals.field." + name)
        .or(
            () ->
                listed.matches()
                    ? find("page.approvals.field."
                            + listed.group(1)
                            + Objects.toString(listed.group(3), ""))
                        .map(label -> label + " " + listed.group(2))
                    : Optional.empty())
        .orElse(name);
  }

  /** A value of a field as a person reads it. */
  public String value(String thing, String field, String value) {
    if (value == null) {
      return "—";
    }
    if (field.equals("role") || field.equals("checkers")) {
      return roles(value);
    }
    if (field.equals("action")) {
      return action(value);
    }
    if (value.equals("true") || value.equals("false")) {
      return Texts.get(locale(), value.equals("true") ? "ui.yes" : "ui.no");
    }
    if (value.matches("-?\\d{4,15}") && !field.endsWith("number") && !field.endsWith("year")) {
      return formats.number(Long.valueOf(value));
    }
    String type = ENUMS.get(thing + "." + field);
    return type == null ? value : find("enum." + type + "." + value).orElse(value);
  }

  /** An amount with its unit, or a dash. */
  public String weight(Long weight, WeightUnit unit) {
    return weight == null || unit == WeightUnit.NONE
        ? "—"
        : formats.number(weight) + " " + Texts.of(locale(), unit);
  }

  /** The page on which a target is shown, within the application, or null. */
  public String page(String target) {
    int colon = target == null ? -1 : target.indexOf(':');
    String page = colon < 0 ? null : PAGES.get(target.substring(0, colon));
    return page == null ? null : page + target.substring(colon + 1);
  }

  /** The page on which what a field names is shown, within the application, or null. */
  public String pageOf(String field, String value) {
    return value != null && CUSTOMERS.contains(field) ? page("customer:" + value) : null;
  }

  /** A target as a person reads it. */
  public String target(String target) {
    int colon = target == null ? -1 : target.indexOf(':');
    if (colon < 0) {
      return target == null ? "—" : target;
    }
    String kind = target.substring(0, colon);
    String id = target.substring(colon + 1);
    return thing(kind) + " " + (kind.equals("approval-rule") ? action(id) : id);
  }

  /** The kind of record that a target names, or empty text. */
  public String kind(String target) {
    int colon = target == null ? -1 : target.indexOf(':');
    return colon < 0 ? "" : target.substring(0, colon);
  }

  /** How long ago. */
  public String age(Instant since) {
    return span(Duration.between(since, clock.instant()));
  }

  /** How long until. */
  public String left(Instant until) {
    return Texts.get(
        locale(), "page.approvals.left", span(Duration.between(clock.instant(), until)));
  }

  private String span(Duration span) {
    Duration positive = span.isNegative() ? Duration.ZERO : span;
    if (positive.compareTo(LONG) >= 0) {
      return Texts.get(locale(), "page.approvals.days", positive.toDays());
    }
    return positive.toHours() > 0
        ? Texts.get(locale(), "page.approvals.hours", positive.toHours())
        : Texts.get(locale(), "page.approvals.minutes", positive.toMinutes());
  }

  private static String roles(String keys) {
    return Arrays.stream(keys.split(","))
        .map(
            key ->
                Role.ofKey(key)
                    .or(
                        () ->
                            Arrays.stream(Role.values())
                                .filter(role -> role.name().equals(key))
                                .findFirst())
                    .map(role -> Texts.of(locale(), role))
                    .orElse(key))
        .collect(Collectors.joining(Texts.get(locale(), "page.list-separator")));
  }

  private static Optional<String> find(String key) {
    return Texts.find(locale(), key);
  }

  private static Locale locale() {
    return CallContext.current().locale();
  }
}
