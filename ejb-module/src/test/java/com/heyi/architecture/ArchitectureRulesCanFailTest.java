package com.heyi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail guards nothing: each is tried on code planted to break it. */
class ArchitectureRulesCanFailTest {
  private static final String ROOT = "com.heyi.architecture.planted";
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

  static Stream<Arguments> rules() {
    return Stream.of(
        planted(ArchitectureRules.internalsStayInside(ROOT), "BorrowingCard"),
        planted(ArchitectureRules.sharedKnowsNoModule(ROOT), "NosyKernel"),
        planted(ArchitectureRules.modulesFormNoCircle(ROOT), "Cycle"),
        planted(ArchitectureRules.facadesAreStatelessAndAtTheRoot(ROOT), "HiddenFacade"),
        planted(ArchitectureRules.everyStatelessBeanIsAFacade(), "UnguardedBean"),
        planted(ArchitectureRules.facadesSpeakRecords(), "LoansFacade.show"),
        planted(ArchitectureRules.entitiesAreInternal(), "PublicLoan"),
        planted(ArchitectureRules.whatChangesHasAHistory(), "PublicLoan"),
        planted(ArchitectureRules.timeComesFromTheClock(), "LoansFacade.today"),
        planted(ArchitectureRules.timersSurvive(), "MortalTimer.tick"),
        planted(ArchitectureRules.timersSurvive(), "MortalTimer.ring"),
        planted(ArchitectureRules.schedulesKnowNoZone(), "MortalTimer.tick"),
        planted(ArchitectureRules.schedulesKnowNoZone(), "MortalTimer.inLondon"),
        planted(ArchitectureRules.schedulesKnowNoZone(), "MortalTimer.byItself"),
        planted(ArchitectureRules.callbacksHaveANameOfTheirOwn(), "MortalTimer.begin()"),
        planted(ArchitectureRules.nothingIsFloating(), "roughAmount"),
        planted(ArchitectureRules.onlyApprovalsRunWhatWasApproved(ROOT), "LoansFacade.waive"),
        planted(ArchitectureRules.facadesJoinTheTransaction(), "LoansFacade.waive"),
        planted(ArchitectureRules.findersReturnOptional(), "HiddenFacade.findLoan"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("rules")
  void theRuleFindsWhatWasPlanted(ArchRule rule, String planted) {
    assertThat(rule.evaluate(PLANTED).getFailureReport().toString()).contains(planted);
  }

  private static Arguments planted(ArchRule rule, String violation) {
    return Arguments.of(rule, violation);
  }
}
