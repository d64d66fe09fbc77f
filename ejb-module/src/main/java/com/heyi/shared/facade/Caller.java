package com.heyi.shared.facade;

import com.heyi.shared.value.Ids;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who calls, by which way, for the length of one request or job.
 *
 * @param user stable account name in the identity provider, or the client id of a branch system
 * @param displayName the name shown to people
 * @param roles the Heyi roles held; may be empty
 * @param branch code of the caller's branch, or null when he belongs to none
 * @param address network address the call came from
 * @param requestId id that ties log lines, audit rows and answers of one request together
 * @param channel the way by which the call came
 * @param idempotencyKey the key under which a retry is recognised, or null
 * @param locale language for messages
 */
public record Caller(
    String user,
    String displayName,
    Set<Role> roles,
    String branch,
    String address,
    String requestId,
    Channel channel,
    String idempotencyKey,
    Locale locale) {

  public Caller {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(channel, "channel");
    displayName = displayName == null ? user : displayName;
    roles = Set.copyOf(roles);
    locale = locale == null ? Locale.SIMPLIFIED_CHINESE : locale;
  }

  /** The system itself, for work that no person started, under a request id of its own. */
  public static Caller system() {
    return system(UUID.randomUUID().toString());
  }

  /** The system itself, for work that no person started. It holds no role. */
  public static Caller system(String requestId) {
    return new Caller(
        "system", "Heyi", Set.of(), null, "local", requestId, Channel.SYSTEM, null, null);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /**
   * The branch that bounds what this caller may see and write: set for a branch system without any
   * head-office role, empty for everybody else.
   */
  public Optional<String> boundBranch() {
    boolean onlyBranch = has(Role.BRANCH) && roles.size() == 1;
    return onlyBranch ? Optional.of(branch == null ? "" : branch) : Optional.empty();
  }

  /**
   * The branch in which this caller serves customers: set for a branch system, whatever other roles
   * it has, empty for everybody else.
   */
  public Optional<String> servingBranch() {
    return has(Role.BRANCH) ? Optional.ofNullable(branch) : Optional.empty();
  }

  /** The same caller with another idempotency key, for a form that was given its own. */
  public Caller withIdempotencyKey(String key) {
    return new Caller(user, displayName, roles, branch, address, requestId, channel, key, locale);
  }

  /** The same caller with the roles that he holds now. */
  public Caller withRoles(Set<Role> now) {
    return new Caller(
        user, displayName, now, branch, address, requestId, channel, idempotencyKey, locale);
  }

  /** The same caller once his request has handed over to a job. */
  public Caller asJob() {
    String jobRequest = Ids.next().toString();
    return new Caller(
        user, displayName, roles, branch, address, jobRequest, Channel.JOB, null, locale);
  }
}
