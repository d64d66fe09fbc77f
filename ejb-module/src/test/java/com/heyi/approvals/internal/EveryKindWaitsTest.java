package com.heyi.approvals.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.facade.CommandRegistry;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.FourEyes;
import com.heyi.shared.facade.WeightUnit;
import com.heyi.testing.TestDatabase;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bank finds under four eyes when it has configured nothing yet. */
class EveryKindWaitsTest {
  private static final CommandRegistry COMMANDS = new CommandRegistry(facades());

  @ParameterizedTest
  @CsvSource({
    "points.grant, POINTS, 10000",
    "points.adjust, POINTS,",
    "points.reverse-grant, POINTS,",
    "points.set-expiry-rule, NONE,",
    "points.set-liability, NONE,",
    "return.refund, POINTS, 10000",
    "item.change, POINTS, 0",
    "item.adjust-stock, PIECES, 1000",
    "limit.set, NONE,",
    "access.grant, NONE,",
    "account.close, NONE,",
    "customer.merge, NONE,",
    "customer.unmerge, NONE,",
    "complaint.compensate, FEN, 100000",
    "complaint.give-points, POINTS, 10000",
    "complaint.set-authority, NONE,",
    "desk-member.set, FEN, 0",
    "complaint.extend, NONE,",
    "import.start, NONE,",
    "privacy.erase, NONE,",
    "privacy.change-retention, NONE,",
    "app.announce-closing, NONE,",
    "app.freeze, NONE,",
    "app.migrate, NONE,",
    "app.settle-refunds, NONE,",
    "app.close, NONE,",
    "app.call-off-closing, NONE,",
    "app.set-notice, NONE,"
  })
  void aboveItsAmountItWaitsAndUpToItItDoesNot(String action, WeightUnit unit, Long above) {
    Rule rule =
        TestDatabase.get()
            .inTransaction(em -> new Rules(em, COMMANDS).find(action))
            .orElseThrow(() -> new AssertionError(action + " waits for nobody"));

    assertThat(COMMANDS.find(action).orElseThrow().unit()).isEqualTo(unit);
    assertThat(rule.checkers()).isNotEmpty();
    assertThat(rule.waits()).isPositive();
    FourEyes fourEyes = rule.fourEyes();
    assertThat(fourEyes.above()).isEqualTo(above);
    assertThat(fourEyes.holds(null)).isTrue();
    assertThat(fourEyes.holds(above == null ? 0 : above + 1)).isTrue();
    if (above != null) {
      assertThat(fourEyes.holds(above)).isFalse();
    }
  }

  @Test
  void everyRuleNamesAnActionThatIsThere() {
    List<String> ruled =
        TestDatabase.get()
            .inTransaction(
                em ->
                    em.createQuery("select r.action from ApprovalRule r", String.class)
                        .getResultList());
    assertThat(ruled).hasSizeGreaterThan(30);
    assertThat(ruled).allSatisfy(action -> assertThat(COMMANDS.find(action)).isPresent());
  }

  private static List<Class<?>> facades() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.heyi")
            .stream()
            .filter(type -> type.isAnnotatedWith(Facade.class))
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }
}
