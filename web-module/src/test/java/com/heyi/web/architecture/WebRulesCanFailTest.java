package com.heyi.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail guards nothing: each is tried on code planted to break it. */
class WebRulesCanFailTest {
  private static final String ROOT = "com.heyi.web.architecture.planted";
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("com.heyi");

  static Stream<Arguments> rules() {
    return Stream.of(
        planted(WebRules.onlyRootsOfModulesAreUsed(ROOT), "NosyPage"),
        planted(WebRules.onlyFacadesAreCalled(ROOT), "CustomerDirectory"),
        planted(WebRules.noDatabaseInTheWeb(ROOT), "EntityManager"),
        planted(WebRules.pageBeansLieInTheirModule(ROOT), "NosyPage"),
        planted(WebRules.resourcesMirrorTheModules(ROOT), "BooksResource"),
        planted(WebRules.soapOperationsMirrorTheModules(ROOT), "BooksOperations"),
        planted(WebRules.webModulesDoNotKnowEachOther(ROOT), "MeddlingHelper"),
        planted(WebRules.packagesAreModulesOrCommon(ROOT), "BooksResource"));
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
