package com.heyi.access.internal;

import com.heyi.access.RoleGrantView.Via;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

/**
 * An event of the identity provider in the terms of the trail.
 *
 * @param key what it is recognised by when it is read again
 * @param at when it happened
 * @param rows the rows it leaves; most often one
 * @param signedIn whether somebody got in
 * @param grants roles that were given or taken by it
 */
record ProviderEvent(
    String key, Instant at, List<AuditEvent> rows, boolean signedIn, List<RoleMoved> grants) {
  private static final String MODULE = "access";
  private static final String UNKNOWN = "unknown";
  private static final int LONGEST_USER = 200;
  private static final int LONGEST_ADDRESS = 64;
  private static final int LONGEST_CODE = 80;
  private static final Pattern ROLES_OF_USER =
      Pattern.compile("users/([^/]+)/role-mappings/(realm|clients/.+)");
  private static final Pattern ROLE_NAME =
      Pattern.compile("\"name\"\\s*:\\s*\"([^\"\\\\]{1,80})\"");

  private static final Map<String, String> ACTIONS =
      Map.of(
          "LOGIN", "auth.sign-in",
          "CLIENT_LOGIN", "auth.sign-in",
          "TOKEN_EXCHANGE", "auth.sign-in",
          "LOGOUT", "auth.sign-out",
          "IMPERSONATE", "auth.impersonated",
          "UPDATE_CREDENTIAL", "auth.credential-changed",
          "REMOVE_CREDENTIAL", "auth.credential-removed",
          "USER_DISABLED_BY_TEMPORARY_LOCKOUT", "auth.locked-out",
          "USER_DISABLED_BY_PERMANENT_LOCKOUT", "auth.locked-out");

  /**
   * A role given or taken.
   *
   * @param userId whose
   * @param role its key
   * @param given whether it was given
   * @param by who did it
   * @param via where
   */
  record RoleMoved(String userId, String role, boolean given, String by, Via via) {}

  /** Who got in or out: the account name of the row. */
  String who() {
    return rows.get(0).caller().user();
  }

  String address() {
    return rows.get(0).caller().address();
  }

  /**
   * Somebody signed in or out, or was refused; empty for what says nothing about that.
   *
   * @param webClient client id of the pages
   * @param ownClient client id by which Heyi itself asks the provider; its many sign-ins leave one
   *     row a day for each address
   */
  static Optional<ProviderEvent> of(EventRepresentation event, String webClient, String ownClient) {
    boolean refused = event.getType().endsWith("_ERROR");
    String action = refused ? "auth.sign-in-refused" : ACTIONS.get(event.getType());
    if (action == null) {
      return Optional.empty();
    }
    Instant at = Instant.ofEpochMilli(event.getTime());
    boolean own = !refused && ownClient.equals(event.getClientId()) && isOfClient(event);
    String key =
        own ? "own " + event.getIpAddress() + " " + at.toString().substring(0, 10) : event.getId();
    Channel channel = webClient.equals(event.getClientId()) ? Channel.PAGE : Channel.REST;
    AuditEvent row =
        row(
            caller(who(event, refused), event.getIpAddress(), event.getId(), channel),
            action,
            null,
            refused ? Outcome.REFUSED : Outcome.DONE,
            refused ? code(event.getError()) : null,
            changes("sign-in", event.getId(), at, "client", event.getClientId()));
    boolean in = "auth.sign-in".equals(action);
    return Optional.of(new ProviderEvent(key, at, List.of(row), in, List.of()));
  }

  /**
   * Something that an administrator changed at the provider.
   *
   * @param accountName finds the account name of a user of the realm by his id, else answers the id
   * @param ownAccount the account by which Heyi itself changes roles
   */
  static ProviderEvent of(
      AdminEventRepresentation event, UnaryOperator<String> accountName, String ownAccount) {
    var by = event.getAuthDetails();
    boolean ofRealm = event.getRealmId() != null && event.getRealmId().equals(by.getRealmId());
    String who = ofRealm ? accountName.apply(by.getUserId()) : "provider-admin:" + by.getUserId();
    Instant at = Instant.ofEpochMilli(event.getTime());
    Caller caller = caller(who, by.getIpAddress(), event.getId(), Channel.REST);
    Outcome outcome = event.getError() == null ? Outcome.DONE : Outcome.FAILED;
    String error = event.getError() == null ? null : code(event.getError());
    List<Change> changes =
        changes("provider", event.getId(), at, "operation", event.getOperationType());
    Matcher path =
        ROLES_OF_USER.matcher(event.getResourcePath() == null ? "" : event.getResourcePath());
    boolean given = "CREATE".equals(event.getOperationType());
    List<String> roles = path.matches() ? roles(event.getRepresentation()) : List.of();
    if (roles.isEmpty()) {
      String target = event.getResourceType() + ":" + event.getResourcePath();
      return new ProviderEvent(
          event.getId(),
          at,
          List.of(row(caller, "auth.provider-changed", target, outcome, error, changes)),
          false,
          List.of());
    }
    String action = given ? "auth.role-granted-at-provider" : "auth.role-revoked-at-provider";
    String user = path.group(1);
    Via via = who.equals(ownAccount) ? Via.HEYI : Via.PROVIDER;
    return new ProviderEvent(
        event.getId(),
        at,
        roles.stream()
            .map(role -> row(caller, action, user + " " + role, outcome, error, changes))
            .toList(),
        false,
        error == null && "realm".equals(path.group(2))
            ? roles.stream()
                .filter(role -> Role.ofKey(role).isPresent())
                .map(role -> new RoleMoved(user, role, given, who, via))
                .toList()
            : List.of());
  }

  /**
   * A name nobody bears is not kept: people type their password where their name belongs, and
   * whoever likes could write into the trail.
   */
  private static String who(EventRepresentation event, boolean refused) {
    if (isOfClient(event)) {
      return event.getClientId() == null || refused && "client_not_found".equals(event.getError())
          ? UNKNOWN
          : event.getClientId();
    }
    String name = event.getDetails() == null ? null : event.getDetails().get("username");
    if (event.getUserId() == null) {
      return UNKNOWN;
    }
    return name == null ? event.getUserId() : name;
  }

  private static boolean isOfClient(EventRepresentation event) {
    return event.getType().startsWith("CLIENT_LOGIN");
  }

  private static Caller caller(String who, String address, String eventId, Channel channel) {
    return new Caller(
        cut(who, LONGEST_USER),
        null,
        Set.of(),
        null,
        cut(address, LONGEST_ADDRESS),
        eventId,
        channel,
        null,
        null);
  }

  private static AuditEvent row(
      Caller caller,
      String action,
      String target,
      Outcome outcome,
      String errorCode,
      List<Change> changes) {
    return new AuditEvent(
        caller,
        MODULE,
        action,
        target,
        null,
        outcome,
        errorCode,
        !action.startsWith("auth.sign-"),
        changes,
        null);
  }

  /** When it happened, for the row is written later, and one thing more. */
  private static List<Change> changes(
      String thing, String id, Instant at, String field, String value) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change(thing, id, "happenedAt", null, at.toString()));
    if (value != null) {
      changes.add(new Change(thing, id, field, null, value));
    }
    return changes;
  }

  /** A stable code of ours for the provider's word, such as {@code invalid_user_credentials}. */
  private static String code(String error) {
    String word = error == null ? UNKNOWN : error.toLowerCase(Locale.ROOT);
    return "auth.provider." + cut(word.replaceAll("[^a-z0-9]+", "-"), LONGEST_CODE);
  }

  private static List<String> roles(String representation) {
    return representation == null
        ? List.of()
        : ROLE_NAME
            .matcher(representation)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .collect(Collectors.toList());
  }

  private static String cut(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest);
  }
}
