package com.heyi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.web.security.ProductionRules.Settings;
import org.junit.jupiter.api.Test;

class ProductionRulesTest {
  private static final String KEY = "/etc/heyi/audit-signing-key.pem";
  private static final String HEADS = "/mnt/worm/heyi";
  private static final String STRONG = "k7V-93hd_Zq2p";

  @Test
  void aDemoMayRunOnTheDemoRealm() {
    assertThat(
            ProductionRules.reasonsNotToStart(
                new Settings(
                    "demo",
                    "http://localhost:8180/realms/heyi",
                    "http://localhost:8080",
                    "demo-secret-heyi-web",
                    "demo-secret-heyi-admin",
                    "x",
                    null,
                    null)))
        .isEmpty();
  }

  @Test
  void aBankMayRunOnItsOwnSecretsAndTls() {
    assertThat(ProductionRules.reasonsNotToStart(production(STRONG, STRONG))).isEmpty();
    assertThat(ProductionRules.reasonsNotToStart(production(STRONG, null))).isEmpty();
  }

  @Test
  void secretsOfTheDemoRealmAreRefused() {
    assertThat(
            ProductionRules.reasonsNotToStart(
                production("demo-secret-heyi-web", "demo-secret-heyi-admin")))
        .containsExactly(
            "heyi.oidc.client-secret is a published demo secret",
            "heyi.admin-api.client-secret is a published demo secret");
  }

  @Test
  void missingAndShortSecretsAreRefused() {
    assertThat(ProductionRules.reasonsNotToStart(production(null, "short")))
        .containsExactly(
            "heyi.oidc.client-secret is not set",
            "heyi.admin-api.client-secret has fewer than 12 characters");
  }

  @Test
  void plainConnectionsAreRefused() {
    assertThat(
            ProductionRules.reasonsNotToStart(
                new Settings(
                    "production",
                    "http://id.bank.example/realms/heyi",
                    "http://heyi.bank.example",
                    STRONG,
                    STRONG,
                    STRONG,
                    KEY,
                    HEADS)))
        .hasSize(2)
        .allMatch(reason -> reason.contains("must be an https address"));
  }

  @Test
  void anUnknownModeIsNotTakenForDemo() {
    assertThat(
            ProductionRules.reasonsNotToStart(
                new Settings(
                    "Demo",
                    "https://id.example",
                    "https://heyi.example",
                    STRONG,
                    STRONG,
                    STRONG,
                    KEY,
                    HEADS)))
        .containsExactly("heyi.mode must be demo or production, not \"Demo\"");
  }

  @Test
  void aTrailWhoseHeadsAreNotSignedAndExportedIsRefused() {
    assertThat(
            ProductionRules.reasonsNotToStart(
                new Settings(
                    "production",
                    "https://id.bank.example/realms/heyi",
                    "https://heyi.bank.example",
                    STRONG,
                    STRONG,
                    STRONG,
                    null,
                    " ")))
        .hasSize(2)
        .allMatch(reason -> reason.contains("audit trail"));
  }

  private static Settings production(String clientSecret, String adminSecret) {
    return new Settings(
        "production",
        "https://id.bank.example/realms/heyi",
        "https://heyi.bank.example",
        clientSecret,
        adminSecret,
        STRONG,
        KEY,
        HEADS);
  }
}
