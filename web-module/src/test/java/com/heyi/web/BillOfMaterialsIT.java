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
import org.junit.jupiter.api.Test;

/**
 * What Heyi is made of, as the build lists it: everything has a licence, and one that a bank may
 * ship. Runs after packaging, which writes the list.
 */
class BillOfMaterialsIT {
  private static final Path LIST = Path.of("..", "target", "heyi-bom.json");

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
          "CC0-1.0");

  /** Words in the name of a licence that reaches over to code of one's own, or to its use. */
  private static final List<String> FORBIDDEN =
      List.of(
          "AGPL", "Affero", "SSPL", "BUSL", "Business Source", "Commons Clause", "NonCommercial");

  @Test
  void everythingHasALicenceThatMayBeShipped() throws IOException {
    assumeTrue(Files.exists(LIST), "a build by mvn -o writes no list");
    Map<String, List<String>> wrong = wrong(Json.mapper().readTree(Files.readString(LIST)));
    assertThat(wrong).as("allowed are " + ALLOWED).isEmpty();
  }

  @Test
  void theListHoldsWhatIsShipped() throws IOException {
    assumeTrue(Files.exists(LIST), "a build by mvn -o writes no list");
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
