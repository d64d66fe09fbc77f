package com.heyi.testing;

import com.heyi.launcher.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The people and systems of the demo realm, as callers with real tokens. */
public final class Callers {
  private static final Duration FRESH = Duration.ofMinutes(3);
  private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();

  private Callers() {}

  private record Kept(String token, Instant since) {
    boolean isFresh() {
      return since.plus(FRESH).isAfter(Instant.now());
    }
  }

  public static Client admin() {
    return user("admin.li");
  }

  /** The other administrator, who approves what the first one asks for. */
  public static Client secondAdmin() {
    return user("admin.wu");
  }

  public static Client operator() {
    return user("operator.wang");
  }

  public static Client handler() {
    return user("handler.zhao");
  }

  public static Client auditor() {
    return user("auditor.chen");
  }

  /** Somebody who may sign in but holds no role. */
  public static Client newcomer() {
    return user("newcomer.sun");
  }

  /** The system of a branch: B0101 or B0102. */
  public static Client branch(String code) {
    return Client.bearing(() -> token("branch " + code, tokens -> tokens.ofBranch(code)));
  }

  /** The token of a user of the demo realm. */
  public static String tokenOf(String user) {
    return token(user, tokens -> tokens.ofUser(user));
  }

  private static Client user(String name) {
    return Client.bearing(() -> tokenOf(name));
  }

  private static String token(String name, Function<Tokens, String> fetch) {
    return KEPT.compute(
            name,
            (same, kept) ->
                kept != null && kept.isFresh()
                    ? kept
                    : new Kept(fetch.apply(RunningHeyi.get().tokens()), Instant.now()))
        .token();
  }
}
