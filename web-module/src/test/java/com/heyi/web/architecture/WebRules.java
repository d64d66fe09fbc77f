package com.heyi.web.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.heyi.shared.facade.Facade;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Named;
import jakarta.jws.WebService;
import jakarta.ws.rs.Path;
import java.util.Set;

/**
 * How the edges are built, as rules. Each takes the root package of the web classes, so that the
 * same rule guards the real code and is shown to fail on code planted to break it.
 */
final class WebRules {
  /** The business modules: a package of the web layer for one has its name. */
  private static final Set<String> MODULES =
      Set.of(
          "accounts",
          "messages",
          "menu",
          "deposits",
          "family",
          "mall",
          "promotions",
          "invoices",
          "giftcards",
          "relationship",
          "winddown",
          "complaints",
          "learning",
          "audit",
          "imports",
          "access",
          "approvals",
          "privacy");

  /** What the web layer is made of besides: no module's, and known to all. */
  private static final Set<String> COMMON =
      Set.of("common", "errors", "security", "soap", "ui", "health", "limits", "dashboard");

  private static final Set<String> CONTAINERS =
      Set.of("jakarta.enterprise", "jakarta.ejb", "jakarta.inject");

  /** Takes in a stream before any facade can be asked; the resource says why. */
  private static final String UPLOAD_STORE = "com.heyi.imports.UploadStore";

  /** Shows goods to everybody, signed in or not, so that there is nobody to authorise. */
  private static final String PUBLISHED_PICTURES = "com.heyi.mall.PublishedPictures";

  private WebRules() {}

  /** Nothing of a module but what lies at its root. */
  static ArchRule onlyRootsOfModulesAreUsed(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.heyi.(*).internal..");
  }

  /** What a module does is asked of its facades; its other beans are for other modules. */
  static ArchRule onlyFacadesAreCalled(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>("call no bean of a module but its facades") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(use -> isBeanOfAModule(use.getTargetClass()))
                    .forEach(
                        use ->
                            events.add(SimpleConditionEvent.violated(type, use.getDescription())));
              }
            });
  }

  /** The database belongs to the modules. */
  static ArchRule noDatabaseInTheWeb(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".health..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..")
        .orShould()
        .dependOnClassesThat()
        .areAnnotatedWith(jakarta.persistence.Entity.class);
  }

  /** A page's bean lies with its module. */
  static ArchRule pageBeansLieInTheirModule(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .haveSimpleNameEndingWith("Page")
        .and()
        .areAnnotatedWith(Named.class)
        .should(liveInAModuleOr(root, "dashboard"));
  }

  /** REST mirrors the modules: a resource lies with the module that it serves. */
  static ArchRule resourcesMirrorTheModules(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .areAnnotatedWith(Path.class)
        .should(liveInAModuleOr(root, "common"))
        .andShould()
        .haveSimpleNameEndingWith("Resource");
  }

  /** SOAP mirrors them too. */
  static ArchRule soapOperationsMirrorTheModules(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .areAnnotatedWith(WebService.class)
        .should(liveInAModuleOr(root, "soap"));
  }

  /**
   * What serves one module knows no other's web classes, nor do the common ones know any. Two know
   * all: the port of SOAP, and the first page.
   */
  static ArchRule webModulesDoNotKnowEachOther(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>("use web classes of their own module and the common ones only") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (Dependency use : type.getDirectDependenciesFromSelf()) {
                  String own = packageOf(type, root);
                  String other = packageOf(use.getTargetClass(), root);
                  boolean port = type.getSimpleName().equals("BranchPort");
                  if (MODULES.contains(other)
                      && !other.equals(own)
                      && !port
                      && !own.equals("dashboard")) {
                    events.add(SimpleConditionEvent.violated(type, use.getDescription()));
                  }
                }
              }
            });
  }

  /** Every package is a module's or one of the known common ones. */
  static ArchRule packagesAreModulesOrCommon(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>("lie in a package of a module or a common one") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                String own = packageOf(type, root);
                if (!MODULES.contains(own) && !COMMON.contains(own)) {
                  events.add(SimpleConditionEvent.violated(type, type.getName() + " lies apart"));
                }
              }
            });
  }

  private static ArchCondition<JavaClass> liveInAModuleOr(String root, String exception) {
    return new ArchCondition<>("lie in the package of a module") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        String own = packageOf(type, root);
        if (!MODULES.contains(own) && !own.equals(exception)) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " lies elsewhere"));
        }
      }
    };
  }

  /** A bean is what the container makes: neither data, nor an enum, nor an interface of events. */
  private static boolean isBeanOfAModule(JavaClass type) {
    return packageOf(type, "com.heyi").matches(String.join("|", MODULES))
        && !type.getPackageName().startsWith("com.heyi.web")
        && !type.isAnnotatedWith(Facade.class)
        && !type.getName().equals(UPLOAD_STORE)
        && !type.getName().equals(PUBLISHED_PICTURES)
        && !type.isRecord()
        && !type.isEnum()
        && !isData(type);
  }

  /** Whether nothing but data stands behind the type: no bean, no interface that a bean serves. */
  private static boolean isData(JavaClass type) {
    boolean bean =
        type.getAnnotations().stream()
            .map(mark -> mark.getRawType().getPackageName())
            .anyMatch(name -> CONTAINERS.stream().anyMatch(name::startsWith));
    boolean served =
        type.isInterface()
            && type.getAllSubclasses().stream()
                .anyMatch(sub -> !sub.isRecord() && !sub.isEnum() && !sub.isInterface());
    return !bean && !served;
  }

  private static String packageOf(JavaClass type, String root) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return "";
    }
    String inside = name.substring(root.length() + 1);
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }
}
