package com.heyi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.heyi.shared.facade.ApprovedRun;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.time.Timers;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.interceptor.AroundInvoke;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/**
 * How the house is built, as rules. Each takes the root package, so that the same rule guards the
 * real code and is shown to fail on code planted to break it.
 */
final class ArchitectureRules {
  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.ZonedDateTime",
          "java.time.OffsetDateTime",
          "java.time.Year",
          "java.time.YearMonth");

  private ArchitectureRules() {}

  /** What lies in a module's internal package is used by that module alone. */
  static ArchRule internalsStayInside(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".*.internal..")
        .should(
            new ArchCondition<>("only be used inside their module") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                String module = moduleOf(type, root);
                type.getDirectDependenciesToSelf().stream()
                    .filter(use -> !moduleOf(use.getOriginClass(), root).equals(module))
                    .forEach(
                        use ->
                            events.add(SimpleConditionEvent.violated(type, use.getDescription())));
              }
            });
  }

  /** The shared kernel knows no business module. */
  static ArchRule sharedKnowsNoModule(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".shared..")
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<>("belong to a business module") {
              @Override
              public boolean test(JavaClass type) {
                String module = moduleOf(type, root);
                return !module.isEmpty() && !module.equals("shared");
              }
            });
  }

  /** Modules do not depend on each other in a circle. */
  static ArchRule modulesFormNoCircle(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  /** Facades are stateless EJBs in the module's root. */
  static ArchRule facadesAreStatelessAndAtTheRoot(String root) {
    return classes()
        .that()
        .areAnnotatedWith(Facade.class)
        .and()
        .areNotAnnotatedWith(jakarta.interceptor.Interceptor.class)
        .should()
        .beAnnotatedWith(Stateless.class)
        .andShould()
        .resideInAPackage(root + ".*")
        .andShould()
        .haveSimpleNameEndingWith("Facade");
  }

  /** Every stateless EJB is a facade: there is no door without a guard. */
  static ArchRule everyStatelessBeanIsAFacade() {
    return classes()
        .that()
        .areAnnotatedWith(Stateless.class)
        .should()
        .beAnnotatedWith(Facade.class);
  }

  /** No entity crosses the border of a module: neither taken nor returned by a facade. */
  static ArchRule facadesSpeakRecords() {
    return methods()
        .that()
        .areAnnotatedWith(Command.class)
        .or()
        .areAnnotatedWith(Query.class)
        .should(
            new ArchCondition<>("neither take nor return entities") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(
                        Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                    .map(JavaType::getAllInvolvedRawTypes)
                    .flatMap(Set::stream)
                    .filter(type -> type.isAnnotatedWith(Entity.class))
                    .forEach(
                        type ->
                            events.add(
                                SimpleConditionEvent.violated(
                                    method, method.getFullName() + " shows " + type.getName())));
              }
            });
  }

  /** Only the approvals module runs what was approved: nobody else may say that it was. */
  static ArchRule onlyApprovalsRunWhatWasApproved(String root) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".approvals..", root + ".shared.facade..")
        .should()
        .callMethodWhere(
            new DescribedPredicate<JavaAccess<?>>("it runs as approved") {
              @Override
              public boolean test(JavaAccess<?> call) {
                return call.getTargetOwner().isEquivalentTo(ApprovedRun.class)
                    && call.getName().equals("run");
              }
            });
  }

  /** A facade runs in its caller's transaction, so that a trial run can be rolled back whole. */
  static ArchRule facadesJoinTheTransaction() {
    return noMethods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Facade.class)
        .should()
        .beAnnotatedWith(TransactionAttribute.class);
  }

  /** Entities hide in internal packages. */
  static ArchRule entitiesAreInternal() {
    return classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .should()
        .resideInAPackage("..internal..");
  }

  /** Whatever changes keeps its versions, or says why not. */
  static ArchRule whatChangesHasAHistory() {
    return classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .and()
        .areNotAnnotatedWith(Immutable.class)
        .and()
        .areNotAnnotatedWith(WithoutHistory.class)
        .should()
        .beAnnotatedWith(Audited.class);
  }

  /** Time comes from the injected clock. */
  static ArchRule timeComesFromTheClock() {
    return noClasses()
        .should()
        .callMethodWhere(
            new DescribedPredicate<JavaAccess<?>>("the time is read without a Clock") {
              @Override
              public boolean test(JavaAccess<?> call) {
                boolean asksNow =
                    call.getName().equals("now")
                        && CLOCKS.contains(call.getTargetOwner().getName())
                        && !takesAClock(call);
                boolean asksSystem =
                    call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().equals("currentTimeMillis");
                return asksNow || asksSystem;
              }
            });
  }

  /** A timer whose method throws is ended by the container in silence: none may. */
  static ArchRule timersSurvive() {
    return methods()
        .that()
        .areAnnotatedWith(Schedule.class)
        .or()
        .areAnnotatedWith(Schedules.class)
        .or()
        .areAnnotatedWith(Timeout.class)
        .should(
            new ArchCondition<>("do their work safely") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean safe =
                    method.getMethodCallsFromSelf().stream()
                        .anyMatch(
                            call ->
                                call.getTargetOwner().isEquivalentTo(Timers.class)
                                    && call.getName().equals("safely"));
                if (!safe) {
                  events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
              }
            });
  }

  /**
   * The bank's zone is a setting, and an annotation knows none: what goes by the time of day is set
   * by {@link Timers}, and a schedule says no more than how often within the hour.
   */
  static ArchRule schedulesKnowNoZone() {
    return classes()
        .should(
            new ArchCondition<>("leave the time of day to the bank's zone") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (JavaMethod method : type.getMethods()) {
                  if (schedules(method).anyMatch(ArchitectureRules::goesByTheTimeOfDay)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                  }
                }
                type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().isEquivalentTo(TimerService.class))
                    .filter(call -> call.getName().equals("createCalendarTimer"))
                    .filter(call -> !type.isEquivalentTo(Timers.class))
                    .forEach(
                        call ->
                            events.add(SimpleConditionEvent.violated(call, call.getDescription())));
              }
            });
  }

  private static Stream<Schedule> schedules(JavaMethod method) {
    return Stream.concat(
        method.tryGetAnnotationOfType(Schedule.class).stream(),
        method.tryGetAnnotationOfType(Schedules.class).stream()
            .flatMap(several -> Stream.of(several.value())));
  }

  private static boolean goesByTheTimeOfDay(Schedule schedule) {
    return !schedule.timezone().isEmpty()
        || !Stream.of(
                schedule.hour(),
                schedule.dayOfWeek(),
                schedule.dayOfMonth(),
                schedule.month(),
                schedule.year())
            .allMatch("*"::equals);
  }

  /**
   * The server finds some callbacks by their names alone, and takes whichever method of that name
   * comes first, which differs from start to start: none may share its name.
   */
  static ArchRule callbacksHaveANameOfTheirOwn() {
    return methods()
        .that()
        .areAnnotatedWith(PostConstruct.class)
        .or()
        .areAnnotatedWith(PreDestroy.class)
        .or()
        .areAnnotatedWith(Timeout.class)
        .or()
        .areAnnotatedWith(AroundInvoke.class)
        .should(
            new ArchCondition<>("have a name of their own") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                long namesakes =
                    method.getOwner().getMethods().stream()
                        .filter(other -> other.getName().equals(method.getName()))
                        .count();
                if (namesakes > 1) {
                  events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
              }
            });
  }

  /** Money, points and rates are exact: no field of a module is a floating-point number. */
  static ArchRule nothingIsFloating() {
    return fields()
        .should()
        .notHaveRawType(double.class)
        .andShould()
        .notHaveRawType(Double.class)
        .andShould()
        .notHaveRawType(float.class)
        .andShould()
        .notHaveRawType(Float.class);
  }

  /** A finder that may find nothing says so by Optional and never by null. */
  static ArchRule findersReturnOptional() {
    return methods()
        .that()
        .haveNameMatching("find[A-Z].*|find")
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("..internal..")
        .and()
        .doNotHaveModifier(JavaModifier.STATIC)
        .should(
            new ArchCondition<>("return an Optional or a collection") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                JavaClass type = method.getRawReturnType();
                boolean fine =
                    type.isEquivalentTo(Optional.class)
                        || type.isAssignableTo(Iterable.class)
                        || type.isAssignableTo(java.util.Map.class);
                if (!fine) {
                  events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
              }
            });
  }

  private static boolean takesAClock(JavaAccess<?> call) {
    return call.getTarget()
            instanceof com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget target
        && target.getRawParameterTypes().stream()
            .anyMatch(type -> type.isAssignableTo(Clock.class));
  }

  private static String moduleOf(JavaClass type, String root) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return "";
    }
    String inside = name.substring(root.length() + 1);
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }
}
