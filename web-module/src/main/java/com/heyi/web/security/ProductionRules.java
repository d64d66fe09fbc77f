package com.heyi.web.security;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Outside demo mode nothing of the published demo realm may be in use, and nothing may go over the
 * network in the clear. Says every reason at once, so that one restart mends them all.
 */
public final class ProductionRules {
  /** Secrets that stand in the demo realm, which everybody can read. */
  private static final Set<String> PUBLISHED =
      Set.of("demo", "admin", "password", "heyi", "heyi_app", "changeit", "secret");

  private ProductionRules() {}

  /** What the rules look at. Secrets may be null when not set. */
  public record Settings(
      String mode,
      String issuer,
      String publicUrl,
      String clientSecret,
      String adminSecret,
      String databasePassword,
      String signingKey,
      String exportFolder) {}

  /** Every reason not to start; empty when there is none. */
  public static List<String> reasonsNotToStart(Settings settings) {
    List<String> reasons = new ArrayList<>();
    if ("demo".equals(settings.mode())) {
      return reasons;
    }
    if (!"production".equals(settings.mode())) {
      reasons.add("heyi.mode must be demo or production, not \"" + settings.mode() + "\"");
    }
    secret(reasons, "heyi.oidc.client-secret", settings.clientSecret(), true);
    secret(reasons, "heyi.admin-api.client-secret", settings.adminSecret(), false);
    secret(reasons, "heyi.db.password", settings.databasePassword(), true);
    named(reasons, "heyi.audit.signing-key", settings.signingKey());
    named(reasons, "heyi.audit.export.dir", settings.exportFolder());
    address(reasons, "heyi.oidc.issuer", settings.issuer());
    address(reasons, "heyi.public-url", settings.publicUrl());
    return reasons;
  }

  private static void secret(List<String> reasons, String name, String secret, boolean needed) {
    if (secret == null || secret.isBlank()) {
      if (needed) {
        reasons.add(name + " is not set");
      }
    } else if (isPublished(secret)) {
      reasons.add(name + " is a published demo secret");
    } else if (secret.length() < 12) {
      reasons.add(name + " has fewer than 12 characters");
    }
  }

  private static boolean isPublished(String secret) {
    return PUBLISHED.contains(secret) || secret.contains("demo");
  }

  private static void named(List<String> reasons, String name, String value) {
    if (value == null || value.isBlank()) {
      reasons.add(name + " is not set: without it the end of the audit trail could be cut unseen");
    }
  }

  private static void address(List<String> reasons, String name, String address) {
    URI uri = address == null ? URI.create("") : URI.create(address);
    if (!"https".equals(uri.getScheme())) {
      reasons.add(name + " must be an https address, not \"" + address + "\"");
    }
  }
}
