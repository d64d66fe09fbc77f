package com.heyi.web.roles;

import com.heyi.shared.facade.FacadeAction;
import com.heyi.shared.facade.Role;
import com.heyi.web.security.Area;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The role matrix as {@code docs/roles.md} shows it. */
final class RolesDocument {
  private static final String YES = "✓";
  private static final String NO = "·";

  private RolesDocument() {}

  static String of(RoleMatrix matrix) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Who may do what

        Generated from the code; a test fails when it differs. Do not edit it, run

        ```
        mvn -o -pl web-module -am test -Dtest=RolesDocumentTest -Dheyi.roles.write=true \
        -Dsurefire.failIfNoSpecifiedTests=false
        ```

        Another test calls everything below "Ways in" as every role against the running platform,
        and every method of a facade in the container. A branch system (`branch-system`) sees and
        changes only what belongs to its branch; that is decided further inside, record by record.
        """);
    text.append("\n## Facades\n\nEvery way in ends here. Personal data read leaves a row too.\n\n");
    text.append(head("module", "action", "kind"));
    matrix.facadeMethods().forEach(method -> text.append(row(method)));
    text.append("\n# Ways in\n");
    for (Endpoint.Kind kind : Endpoint.Kind.values()) {
      List<Endpoint> endpoints =
          matrix.endpoints().stream().filter(each -> each.kind() == kind).toList();
      text.append("\n## ").append(kind.title()).append("\n\n");
      text.append(headOfWaysIn());
      endpoints.forEach(endpoint -> text.append(row(endpoint)));
    }
    text.append("\n## Open to everybody\n\n");
    Area.openTrees().forEach(tree -> text.append("- `").append(tree).append("` and below\n"));
    text.append("- `/favicon.ico`\n- `/soap/branch?wsdl` and its schemas (`?xsd=`)\n");
    return text.toString();
  }

  private static String head(String... first) {
    List<String> names =
        Stream.concat(Stream.of(first), Stream.of(Role.values()).map(Role::key)).toList();
    return line(names) + line(names.stream().map(name -> "---").toList());
  }

  private static String headOfWaysIn() {
    List<String> names =
        Stream.of(
                Stream.of("way in", "action", "signed out", "no role"),
                Stream.of(Role.values()).map(Role::key))
            .flatMap(each -> each)
            .toList();
    return line(names) + line(names.stream().map(name -> "---").toList());
  }

  private static String row(Method method) {
    FacadeAction action = FacadeAction.of(method).orElseThrow();
    String kind = action.change() ? "change" : action.recorded() ? "read, personal data" : "read";
    return line(
        Stream.concat(
                Stream.of(RoleMatrix.module(method), "`" + action.name() + "`", kind),
                Stream.of(Role.values()).map(role -> mark(action.allowed().contains(role))))
            .toList());
  }

  private static String row(Endpoint endpoint) {
    boolean named = endpoint.kind() == Endpoint.Kind.SOAP || endpoint.kind() == Endpoint.Kind.PAGE;
    String name = named ? endpoint.name() : endpoint.verb() + " " + endpoint.name();
    boolean open = isOpen(endpoint);
    return line(
        Stream.of(
                Stream.of(
                    "`" + name + "`",
                    endpoint.actions(),
                    mark(open),
                    mark(open || endpoint.letsAnybodySignedIn())),
                Stream.of(Role.values()).map(role -> mark(open || endpoint.lets(role))))
            .flatMap(each -> each)
            .toList());
  }

  /** Whether it is served without asking who calls. */
  static boolean isOpen(Endpoint endpoint) {
    return (endpoint.kind() == Endpoint.Kind.SERVLET || endpoint.kind() == Endpoint.Kind.REST)
        && Area.of(endpoint.name(), endpoint.verb(), null) == Area.OPEN;
  }

  private static String mark(boolean allowed) {
    return allowed ? YES : NO;
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
