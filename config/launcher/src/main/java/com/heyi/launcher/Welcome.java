package com.heyi.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person needs to know once the platform is up: where things are and who may sign in. */
final class Welcome {

  private final Platform platform;

  Welcome(Platform platform) {
    this.platform = platform;
  }

  List<String> lines() {
    String url = platform.url().toString();
    String keycloak = KeycloakProcess.base(platform.options().keycloakPort()).toString();
    List<String> lines = new ArrayList<>();
    lines.add("");
    address(lines, "Pages", url + "/");
    address(lines, "REST", url + "/api/v1");
    address(lines, "OpenAPI", url + "/openapi");
    address(lines, "SOAP", url + "/soap/branch?wsdl");
    address(lines, "Health", url + "/health/ready");
    address(lines, "Metrics", url + "/metrics");
    address(
        lines,
        "Keycloak",
        keycloak
            + "/admin/heyi/console/   ("
            + KeycloakProcess.ADMIN_USER
            + " / "
            + KeycloakProcess.ADMIN_PASSWORD
            + ")");
    address(
        lines,
        "PostgreSQL",
        platform.database().url() + "   (user " + platform.database().app().user() + ")");
    address(lines, "Logs", platform.options().data().path().resolve("logs").toString());
    lines.add("");
    lines.add(String.format(Locale.ROOT, "  %-16s %-16s %s", "User", "Password", "Role"));
    Realm realm = platform.realm();
    for (Realm.User user : realm.users()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-16s %-16s %s",
              user.name(),
              user.password(),
              user.roles().isEmpty() ? "none" : String.join(", ", user.roles())));
    }
    lines.add("");
    lines.add(String.format(Locale.ROOT, "  %-16s %s", "Branch client", "Secret"));
    realm.clients().stream()
        .filter(client -> client.id().startsWith("branch-"))
        .forEach(
            client ->
                lines.add(String.format(Locale.ROOT, "  %-16s %s", client.id(), client.secret())));
    lines.add("");
    return lines;
  }

  private static void address(List<String> lines, String what, String where) {
    lines.add(String.format(Locale.ROOT, "  %-16s %s", what, where));
  }
}
