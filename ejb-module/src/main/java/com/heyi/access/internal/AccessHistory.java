package com.heyi.access.internal;

import com.heyi.access.RoleGrantView;
import com.heyi.access.RoleGrantView.Via;
import com.heyi.access.UserView;
import com.heyi.shared.facade.Role;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Since when roles are held and by whose grant, and who signed in when last. */
@ApplicationScoped
public class AccessHistory {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected AccessHistory() {}

  AccessHistory(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** A role was granted here. */
  public void granted(String userId, Role role, String by) {
    granted(userId, role.key(), clock.instant(), by, Via.HEYI);
  }

  /** A role was revoked. */
  public void revoked(String userId, Role role) {
    revoked(userId, role.key(), clock.instant());
  }

  void granted(String userId, String role, Instant at, String by, Via via) {
    em.createNativeQuery(
            "insert into access.role_grant (user_id, role, granted_at, granted_by, via)"
                + " values (:user, :role, :at, :by, :via) on conflict (user_id, role) do update"
                + " set granted_at = excluded.granted_at, granted_by = excluded.granted_by,"
                + " via = excluded.via")
        .setParameter("user", userId)
        .setParameter("role", role)
        .setParameter("at", at)
        .setParameter("by", by)
        .setParameter("via", via.name())
        .executeUpdate();
  }

  /** Whether it is known who granted the role. */
  boolean knows(String userId, String role) {
    return !NamedSql.values(
            em,
            "select 1 from access.role_grant where user_id = :user and role = :role",
            Integer.class)
        .setParameter("user", userId)
        .setParameter("role", role)
        .getResultList()
        .isEmpty();
  }

  /** A role was taken; a grant since then stays. */
  void revoked(String userId, String role, Instant at) {
    em.createNativeQuery(
            "delete from access.role_grant"
                + " where user_id = :user and role = :role and granted_at <= :at")
        .setParameter("at", at)
        .setParameter("user", userId)
        .setParameter("role", role)
        .executeUpdate();
  }

  /** Somebody signed in; an earlier time than the one known changes nothing. */
  void signedIn(String user, Instant at, String address, String client) {
    em.createNativeQuery(
            "insert into access.last_sign_in as known (user_name, at, address, client)"
                + " values (:user, :at, :address, :client) on conflict (user_name) do update"
                + " set at = excluded.at, address = excluded.address, client = excluded.client"
                + " where known.at < excluded.at")
        .setParameter("user", user)
        .setParameter("at", at)
        .setParameter("address", address)
        .setParameter("client", client)
        .executeUpdate();
  }

  /** The user with what is known of his grants and sign-ins. */
  public UserView completed(UserView user) {
    return completed(List.of(user)).get(0);
  }

  /** The users with what is known of their grants and sign-ins. */
  public List<UserView> completed(List<UserView> users) {
    Map<String, Instant> signIns = signIns(users.stream().map(UserView::user).toList());
    Map<String, RoleGrantView> grants = grants(users.stream().map(UserView::id).toList());
    return users.stream()
        .map(
            user ->
                new UserView(
                    user.id(),
                    user.user(),
                    user.name(),
                    user.email(),
                    user.enabled(),
                    user.roles(),
                    user.roles().stream()
                        .map(
                            role ->
                                Optional.ofNullable(grants.get(user.id() + " " + role.key()))
                                    .orElseGet(() -> new RoleGrantView(role, null, null, null)))
                        .toList(),
                    signIns.get(user.user())))
        .toList();
  }

  private Map<String, Instant> signIns(List<String> users) {
    Map<String, Instant> found = new HashMap<>();
    for (Row row :
        rows("select user_name, at from access.last_sign_in where user_name in (:keys)", users)) {
      found.put(row.text("user_name"), row.instant("at"));
    }
    return found;
  }

  private Map<String, RoleGrantView> grants(List<String> ids) {
    Map<String, RoleGrantView> found = new HashMap<>();
    for (Row row :
        rows(
            "select user_id, role, granted_at, granted_by, via from access.role_grant"
                + " where user_id in (:keys)",
            ids)) {
      Role.ofKey(row.text("role"))
          .ifPresent(
              role ->
                  found.put(
                      row.text("user_id") + " " + row.text("role"),
                      new RoleGrantView(
                          role,
                          row.instant("granted_at"),
                          row.text("granted_by"),
                          row.constant("via", Via.class))));
    }
    return found;
  }

  private List<Row> rows(String sql, List<String> keys) {
    return keys.isEmpty()
        ? List.of()
        : NamedSql.rows(em, sql).setParameter("keys", keys).getResultList();
  }
}
