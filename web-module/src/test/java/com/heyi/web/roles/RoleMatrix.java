package com.heyi.web.roles;

import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.FacadeAction;
import com.heyi.shared.facade.FacadeInterceptor;
import com.heyi.web.soap.BranchPort;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Pages;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may do what, read from the code: every facade's methods by what they declare, and every
 * address and operation by the facade methods that its code calls, directly or through helpers.
 */
public final class RoleMatrix {
  private static final String WEB = "com.heyi.web";
  private static final String API = "/api/v1";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("com.heyi");

  /** Every method of every facade, by module and action. */
  List<Method> facadeMethods() {
    return classes.stream()
        .filter(RoleMatrix::isFacade)
        .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .sorted(
            Comparator.comparing(RoleMatrix::module)
                .thenComparing(method -> FacadeAction.of(method).orElseThrow().name())
                .thenComparing(Method::getName))
        .toList();
  }

  /** The business module of a facade's method. */
  static String module(Method method) {
    return method.getDeclaringClass().getPackageName().replace("com.heyi.", "");
  }

  /** Every way in. */
  Set<Endpoint> endpoints() {
    return Stream.of(rest(), soap(), pages(), servlets())
        .flatMap(endpoints -> endpoints)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<Endpoint> rest() {
    return classes.stream()
        .filter(type -> type.isAnnotatedWith(Path.class))
        .filter(type -> type.getPackageName().startsWith(WEB))
        .flatMap(type -> type.getMethods().stream())
        .flatMap(method -> verbOf(method).map(verb -> rest(verb, method)).stream());
  }

  private static Endpoint rest(String verb, JavaMethod method) {
    Method served = method.reflect();
    String below = pathOf(served.getAnnotation(Path.class));
    String path = pathOf(served.getDeclaringClass().getAnnotation(Path.class)) + below;
    return new Endpoint(Endpoint.Kind.REST, verb, API + path, needs(method), served);
  }

  private static String pathOf(Path path) {
    String value = path == null ? "" : path.value().replaceAll("^/|/$", "");
    return value.isEmpty() ? "" : "/" + value;
  }

  private static Optional<String> verbOf(JavaMethod method) {
    return Arrays.stream(method.reflect().getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }

  /** An operation is served by the bean that implements the interface it is declared in. */
  private Stream<Endpoint> soap() {
    return Arrays.stream(BranchPort.class.getInterfaces())
        .flatMap(part -> Arrays.stream(part.getMethods()))
        .map(
            declared ->
                new Endpoint(
                    Endpoint.Kind.SOAP,
                    "POST",
                    declared.getName(),
                    needs(serving(declared)),
                    declared));
  }

  private JavaMethod serving(Method declared) {
    List<JavaClass> beans =
        classes.get(declared.getDeclaringClass()).getAllSubclasses().stream()
            .filter(type -> !type.isInterface())
            .filter(type -> !type.getModifiers().toString().contains("ABSTRACT"))
            .toList();
    if (beans.size() != 1) {
      throw new AssertionError(declared + " is served by " + beans);
    }
    String[] parameters =
        Arrays.stream(declared.getParameterTypes()).map(Class::getName).toArray(String[]::new);
    return beans.get(0).getMethod(declared.getName(), parameters);
  }

  private Stream<Endpoint> pages() {
    return declaredPages().all().stream()
        .map(
            page ->
                new Endpoint(
                    Endpoint.Kind.PAGE,
                    "GET",
                    page.view(),
                    page.need().map(Set::of).orElse(Set.of()),
                    null));
  }

  /** What the beans of pages declare. */
  public Pages declaredPages() {
    return new Pages(
        classes.stream()
            .filter(type -> type.isAnnotatedWith(PageAt.class))
            .map(JavaClass::reflect)
            .toList());
  }

  private Stream<Endpoint> servlets() {
    return classes.stream()
        .filter(type -> type.isAnnotatedWith(WebServlet.class))
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.getName().matches("do(Get|Post|Put|Delete)"))
        .flatMap(
            method ->
                Arrays.stream(method.getOwner().reflect().getAnnotation(WebServlet.class).value())
                    .map(
                        path ->
                            new Endpoint(
                                Endpoint.Kind.SERVLET,
                                method.getName().substring(2).toUpperCase(Locale.ROOT),
                                path,
                                needs(method),
                                method.reflect())));
  }

  /** The facade methods that this code calls, itself or through other code of the web layer. */
  private static Set<Method> needs(JavaMethod from) {
    Set<Method> needs = new LinkedHashSet<>();
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      JavaCodeUnit unit = open.pop();
      if (!seen.add(unit)) {
        continue;
      }
      Stream.concat(unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
          .flatMap(call -> call.getTarget().resolveMember().stream())
          .filter(JavaCodeUnit.class::isInstance)
          .map(JavaCodeUnit.class::cast)
          .forEach(
              target -> {
                if (isFacade(target.getOwner()) && target instanceof JavaMethod called) {
                  needs.add(called.reflect());
                } else if (target.getOwner().getPackageName().startsWith(WEB)) {
                  open.push(target);
                }
              });
    }
    return needs;
  }

  private static boolean isFacade(JavaClass type) {
    return type.isAnnotatedWith(Facade.class) && !type.isAssignableTo(FacadeInterceptor.class);
  }
}
