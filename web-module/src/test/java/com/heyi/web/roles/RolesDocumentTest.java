package com.heyi.web.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.facade.FacadeAction;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of roles is that of the code, and leaves nothing out. */
class RolesDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "roles.md");
  private static final Path PAGES = Path.of("src/main/webapp");

  private final RoleMatrix matrix = new RoleMatrix();

  @Test
  void theDocumentIsWhatTheCodeSays() throws IOException {
    String generated = RolesDocument.of(matrix);
    if (Boolean.getBoolean("heyi.roles.write")) {
      Files.writeString(DOCUMENT, generated);
    }
    assertThat(Files.readString(DOCUMENT))
        .as("docs/roles.md is out of date; its own head tells how to write it anew")
        .isEqualTo(generated);
  }

  @Test
  void everyPageIsDeclaredByOneBeanAndEveryDeclaredPageIsThere() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      Set<String> views =
          files
              .map(file -> "/" + PAGES.relativize(file).toString().replace('\\', '/'))
              .filter(view -> view.endsWith(".xhtml") && !view.startsWith("/WEB-INF/"))
              .collect(Collectors.toSet());
      Set<String> declared =
          matrix.declaredPages().all().stream()
              .map(Pages.Declared::view)
              .collect(Collectors.toSet());
      assertThat(declared)
          .as("each page's bean says by @PageAt what one must be allowed to open it")
          .containsExactlyInAnyOrderElementsOf(views);
    }
  }

  @Test
  void onlyTheFirstPageIsForEverybodySignedIn() {
    assertThat(matrix.declaredPages().all().stream().filter(page -> page.need().isEmpty()))
        .extracting(Pages.Declared::view)
        .containsExactly("/index.xhtml");
  }

  @Test
  void nothingButTellingWhoOneIsCanBeCalledWithoutARole() {
    assertThat(
            matrix.endpoints().stream()
                .filter(each -> each.kind() != Endpoint.Kind.PAGE)
                .filter(each -> each.kind() != Endpoint.Kind.SERVLET)
                .filter(Endpoint::letsAnybodySignedIn))
        .extracting(Endpoint::name)
        .containsExactlyInAnyOrder("/api/v1/me", "whoAmI");
  }

  @Test
  void everyEndpointLetsSomebodyIn() {
    assertThat(matrix.endpoints())
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(Stream.of(Role.values()).anyMatch(each::lets))
                    .as(each.toString())
                    .isTrue());
  }

  @Test
  void theCallsOfHelpersAndLambdasAreFollowed() {
    assertThat(needs("REST GET /api/v1/imports/{id}/rejects"))
        .contains("import.view", "import.rejects");
    assertThat(needs("SOAP POST findCustomer"))
        .containsExactlyInAnyOrder("customer.find-by-number", "customer.find-by-resident-id");
  }

  /** The searches on his own desk are no business of the bank. */
  @Test
  void anAuditorCanChangeNothingButHisOwnSearches() {
    assertThat(
            matrix.facadeMethods().stream()
                .map(method -> FacadeAction.of(method).orElseThrow())
                .filter(FacadeAction::change)
                .filter(action -> action.allowed().contains(Role.AUDITOR)))
        .extracting(FacadeAction::name)
        .containsExactlyInAnyOrder(
            "audit.save-search", "audit.rename-search", "audit.delete-search");
  }

  private List<String> needs(String endpoint) {
    return matrix.endpoints().stream()
        .filter(each -> each.toString().equals(endpoint))
        .flatMap(each -> each.needs().stream())
        .map(need -> FacadeAction.of(need).orElseThrow().name())
        .toList();
  }
}
