package com.heyi.access.internal;

import com.heyi.access.AccessError;
import com.heyi.access.UserView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.RolesNow;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.ServerErrorException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users of the realm, asked of Keycloak in the name of Heyi's own client. */
@ApplicationScoped
public class RealmUsers implements RolesNow {
  private static final Logger LOG = LoggerFactory.getLogger(RealmUsers.class);
  private static final String FILTER = "text";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final String SERVICE_ACCOUNT = "service-account-";
  private static final int HOLDERS_AT_A_TIME = 1000;

  @Inject private AdminApi provider;

  RealmUsers() {}

  RealmUsers(AdminApi provider) {
    this.provider = provider;
  }

  /** A part of the list, in the order of account names. */
  public Page<UserView> page(PageRequest request) {
    refuseOtherThanText(request);
    int start = request.cursor() == null ? request.offset() : start(request.cursor());
    String text = request.filters().get(FILTER);
    // Keycloak finds beginnings only, unless told otherwise by asterisks.
    String pattern = text == null ? "" : "*" + text.replace("*", "") + "*";
    return provider.ask(
        realm -> {
          // One row more than asked for tells whether there is a next page.
          List<UserRepresentation> found =
              realm.users().search(pattern, start, request.limit() + 1, true);
          boolean more = found.size() > request.limit();
          List<UserRepresentation> shown = more ? found.subList(0, request.limit()) : found;
          Long total = request.withTotal() ? Long.valueOf(realm.users().count(pattern)) : null;
          return new Page<>(
              views(realm, shown), more ? Integer.toString(start + request.limit()) : null, total);
        });
  }

  /** One user. */
  public UserView view(String id) {
    String known = known(id);
    return provider.askAboutOne(realm -> view(realm, realm.users().get(known).toRepresentation()));
  }

  /**
   * Gives the user the role.
   *
   * @return false when he held it already
   * @throws HeyiException {@link AccessError#OUTCOME_UNKNOWN} when no answer came and he is not
   *     seen to hold it
   */
  public boolean grant(String id, Role role) {
    return change(
        known(id),
        role,
        true,
        realm ->
            realm.users().get(id).roles().realmLevel().add(List.of(representation(realm, role))));
  }

  /**
   * Takes the role from the user.
   *
   * @return false when he did not hold it
   * @throws HeyiException {@link AccessError#OUTCOME_UNKNOWN} when no answer came and he is still
   *     seen to hold it
   */
  public boolean revoke(String id, Role role) {
    return change(
        known(id),
        role,
        false,
        realm ->
            realm
                .users()
                .get(id)
                .roles()
                .realmLevel()
                .remove(List.of(representation(realm, role))));
  }

  /** The id becomes part of an address of the provider's, so it must look like one of its ids. */
  private static String known(String id) {
    if (id == null || !ID.matcher(id).matches()) {
      throw new HeyiException(CommonError.NOT_FOUND, id);
    }
    return id;
  }

  /** The provider's events of a page, the earliest first. */
  List<EventRepresentation> signIns(Instant from, Instant to, int first, int most) {
    return provider.ask(
        realm ->
            realm.getEvents(
                List.of(),
                null,
                null,
                from.toEpochMilli(),
                to.toEpochMilli(),
                null,
                first,
                most,
                "asc"));
  }

  /** The provider's events of what its administrators changed, the earliest first. */
  List<AdminEventRepresentation> adminChanges(Instant from, Instant to, int first, int most) {
    return provider.ask(
        realm ->
            realm.getAdminEvents(
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                from.toEpochMilli(),
                to.toEpochMilli(),
                first,
                most,
                "asc"));
  }

  /** The account name of a user of the realm, or empty when there is no such user any more. */
  Optional<String> findAccountName(String id) {
    try {
      return Optional.of(
          provider.askAboutOne(realm -> realm.users().get(id).toRepresentation().getUsername()));
    } catch (HeyiException e) {
      if (e.error() == CommonError.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The account name under which Heyi itself manages users. */
  String ownAccount() {
    return SERVICE_ACCOUNT + provider.clientId();
  }

  private boolean change(String id, Role role, boolean wanted, Consumer<RealmResource> change) {
    if (holds(id, role) == wanted) {
      return false;
    }
    try {
      provider.askAboutOne(
          realm -> {
            change.accept(realm);
            return null;
          });
      return true;
    } catch (HeyiException e) {
      boolean noAnswer =
          e.getCause() instanceof ProcessingException lost && !neverSent(lost)
              || e.getCause() instanceof ServerErrorException;
      if (noAnswer && !isSeen(id, role, wanted)) {
        throw new HeyiException(AccessError.OUTCOME_UNKNOWN, List.of(), List.of(), e);
      }
      if (noAnswer) {
        return true;
      }
      throw e;
    }
  }

  private static boolean neverSent(ProcessingException lost) {
    for (Throwable cause = lost; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  /** Whether the change is seen to have taken effect although no answer came. */
  private boolean isSeen(String id, Role role, boolean wanted) {
    try {
      return holds(id, role) == wanted;
    } catch (HeyiException e) {
      LOG.warn("Cannot read back whether a role was changed: {}", e.code());
      return false;
    }
  }

  private boolean holds(String id, Role role) {
    return provider
        .askAboutOne(realm -> view(realm, realm.users().get(id).toRepresentation()))
        .roles()
        .contains(role);
  }

  private static RoleRepresentation representation(RealmResource realm, Role role) {
    return realm.roles().get(role.key()).toRepresentation();
  }

  @Override
  public Set<Role> of(String user) {
    // A client's own account is no result of a search for users.
    return person(user)
        .map(this::rolesNow)
        .orElseGet(() -> provider.ask(realm -> rolesOf(holders(realm), SERVICE_ACCOUNT + user)));
  }

  @Override
  public Set<Role> ofPerson(String account) {
    return person(account).map(this::rolesNow).orElse(Set.of());
  }

  private Optional<UserRepresentation> person(String account) {
    return provider.ask(
        realm -> realm.users().searchByUsername(account, true).stream().findFirst());
  }

  private Set<Role> rolesNow(UserRepresentation person) {
    return Boolean.TRUE.equals(person.isEnabled())
        ? provider.ask(
            realm ->
                unlessRemoved(
                    person.getId(),
                    id -> realm.users().get(id).roles().realmLevel().listEffective()))
        : Set.of();
  }

  /** The roles of a user who was found; none when he has been removed since. */
  private static Set<Role> unlessRemoved(
      String id, Function<String, List<RoleRepresentation>> held) {
    try {
      return roles(held.apply(id));
    } catch (NotFoundException e) {
      LOG.info("User {} was removed while his roles were asked for", id, e);
      return Set.of();
    }
  }

  private static Set<Role> rolesOf(Map<Role, List<UserRepresentation>> holders, String account) {
    return holders.entrySet().stream()
        .filter(
            held ->
                held.getValue().stream()
                    .anyMatch(
                        user ->
                            account.equalsIgnoreCase(user.getUsername())
                                && Boolean.TRUE.equals(user.isEnabled())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Asks role by role and not user by user, when that is fewer questions. */
  private static List<UserView> views(RealmResource realm, List<UserRepresentation> users) {
    if (users.size() <= Role.values().length) {
      return users.stream().map(user -> view(realm, user)).toList();
    }
    Map<String, Set<Role>> byUser = new HashMap<>();
    holders(realm)
        .forEach(
            (role, holders) ->
                holders.forEach(
                    user ->
                        byUser
                            .computeIfAbsent(user.getId(), id -> EnumSet.noneOf(Role.class))
                            .add(role)));
    return users.stream()
        .map(user -> view(user, byUser.getOrDefault(user.getId(), Set.of())))
        .toList();
  }

  /** Who holds each role directly; service accounts are among them. */
  private static Map<Role, List<UserRepresentation>> holders(RealmResource realm) {
    Map<Role, List<UserRepresentation>> holders = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      holders.put(role, holders(realm, role));
    }
    return holders;
  }

  private static List<UserRepresentation> holders(RealmResource realm, Role role) {
    List<UserRepresentation> all = new ArrayList<>();
    List<UserRepresentation> part;
    do {
      try {
        part = realm.roles().get(role.key()).getUserMembers(true, all.size(), HOLDERS_AT_A_TIME);
      } catch (NotFoundException e) {
        LOG.warn("The realm has no role {}", role.key(), e);
        return List.of();
      }
      all.addAll(part);
    } while (part.size() == HOLDERS_AT_A_TIME);
    return all;
  }

  private static Set<Role> roles(List<RoleRepresentation> held) {
    return held.stream()
        .flatMap(role -> Role.ofKey(role.getName()).stream())
        .collect(Collectors.toSet());
  }

  private static UserView view(RealmResource realm, UserRepresentation user) {
    return view(
        user,
        unlessRemoved(user.getId(), id -> realm.users().get(id).roles().realmLevel().listAll()));
  }

  private static UserView view(UserRepresentation user, Set<Role> held) {
    List<Role> roles = held.stream().sorted(Comparator.naturalOrder()).toList();
    return new UserView(
        user.getId(),
        user.getUsername(),
        name(user),
        user.getEmail(),
        Boolean.TRUE.equals(user.isEnabled()),
        roles,
        List.of(),
        null);
  }

  /** Family name first and without a space when the name is Chinese. */
  static String name(UserRepresentation user) {
    String first = user.getFirstName() == null ? "" : user.getFirstName().strip();
    String last = user.getLastName() == null ? "" : user.getLastName().strip();
    boolean han = (last + first).codePoints().anyMatch(Character::isIdeographic);
    String name = han ? last + first : (first + " " + last).strip();
    return name.isEmpty() ? user.getUsername() : name;
  }

  private static void refuseOtherThanText(PageRequest request) {
    Map<String, String> filters = request.filters();
    filters.keySet().stream()
        .filter(name -> !FILTER.equals(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new HeyiException(PagingError.FILTER, name, FILTER);
            });
    if (request.sort() != null) {
      throw new HeyiException(PagingError.SORT, request.sort().field(), "user");
    }
  }

  private static int start(String cursor) {
    if (!cursor.matches("\\d{1,7}")) {
      throw new HeyiException(PagingError.CURSOR);
    }
    return Integer.parseInt(cursor);
  }
}
