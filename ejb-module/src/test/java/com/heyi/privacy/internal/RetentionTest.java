package com.heyi.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.privacy.ChangeRetention;
import com.heyi.privacy.RetentionMode;
import com.heyi.privacy.RetentionView;
import com.heyi.shared.privacy.KeptForATime;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
  @TempDir private Path uploads;
  private PrivacyWorld world;

  @BeforeEach
  void newPerson() {
    world = new PrivacyWorld(uploads);
  }

  @Test
  void everyKindHasItsPeriodItsLegalMinimumAndItsSource() {
    List<RetentionView> all = world.in(tools -> tools.retention().all());
    assertThat(all).hasSize(28);
    assertThat(all)
        .allSatisfy(
            row -> {
              assertThat(row.source()).isNotBlank();
              assertThat(row.mode() == RetentionMode.FOREVER).isEqualTo(row.keepDays() == null);
              assertThat(row.keepDays() == null || row.keepDays() >= row.minimumDays()).isTrue();
            });
  }

  @Test
  void whatTheModulesPurgeAreKindsOfTheTable() {
    List<String> purged =
        world.in(
            tools ->
                tools.holders().stream()
                    .filter(KeptForATime.class::isInstance)
                    .flatMap(holder -> ((KeptForATime) holder).kinds().stream())
                    .sorted()
                    .toList());
    List<String> wanted =
        world.in(
            tools ->
                tools.retention().all().stream()
                    .filter(row -> row.mode() == RetentionMode.PURGED)
                    .map(RetentionView::kind)
                    .sorted()
                    .toList());
    assertThat(purged).isEqualTo(wanted);
  }

  @Test
  void aPeriodCanBeChangedButNeverBelowTheLaw() {
    RetentionView texts = row("complaint-texts");
    assertThatThrownBy(() -> change(texts, 1095)).hasMessage("retention.below-minimum");

    RetentionView changed = change(texts, 2000);
    assertThat(changed.keepDays()).isEqualTo(2000);
    assertThat(changed.version()).isEqualTo(texts.version() + 1);
    assertThat(changed.changedBy()).isEqualTo("admin.li");
    assertThatThrownBy(() -> change(texts, 2001)).hasMessage("version.moved");
    change(changed, 1826);
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit-trail", "points-ledger", "sign-in-events"})
  void whatIsKeptForEverOrElsewhereCannotBeChanged(String kind) {
    assertThatThrownBy(() -> change(row(kind), 36500)).hasMessage("retention.not-changeable");
  }

  @Test
  void theDatabaseKeepsToTheLawEvenWhenTheApplicationDoesNot() {
    assertThatThrownBy(
            () ->
                PrivacyWorld.execute(
                    TestDatabase.get().app(),
                    "update privacy.retention set keep_days = 10 where kind = 'identity-records'"))
        .hasMessageContaining("never_below_the_law");
    assertThatThrownBy(
            () ->
                PrivacyWorld.execute(
                    TestDatabase.get().app(),
                    "update privacy.retention set minimum_days = 0 where kind = 'audit-trail'"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () ->
                PrivacyWorld.execute(
                    TestDatabase.get().app(),
                    "select complaints.empty_old_texts(now() - interval '1000 days', 10)"))
        .hasMessageContaining("1096 days at least");
  }

  @Test
  void complaintsAreEmptiedWhenTheirTimeIsOverAndNotBefore() {
    world.registered().withComplaint(false, 1900);
    PrivacyWorld young = new PrivacyWorld(uploads).registered().withComplaint(false, 1800);
    PrivacyWorld open = new PrivacyWorld(uploads).registered().withComplaint(true, 1900);

    purge(tools -> tools.complaints(), "complaint-texts");

    assertThat(PrivacyWorld.tablesHolding(List.of(world.words))).isEmpty();
    assertThat(PrivacyWorld.tablesHolding(List.of(young.words))).isNotEmpty();
    assertThat(PrivacyWorld.tablesHolding(List.of(open.words))).isNotEmpty();
    assertThat(purge(tools -> tools.complaints(), "complaint-texts")).isZero();
  }

  @Test
  void aPublishedCaseOfNobodyKeepsItsWords() {
    world.registered().withComplaint(false, 1900);
    PrivacyWorld.owner(
        "update complaints.complaint set customer_id = null, complainant_name = null,"
            + " complainant_contact = null, source = 'CFPB', external_ref = ? where number = ?",
        "x-" + world.serial,
        "TS-P" + world.serial);

    purge(tools -> tools.complaints(), "complaint-texts");

    assertThat(
            PrivacyWorld.number(
                "select count(*) from complaints.complaint where number = ? and not texts_erased",
                "TS-P" + world.serial))
        .isEqualTo(1);
  }

  @Test
  void whatWasWrittenToLearnIsEmptiedWhenItsTimeIsOverAndItsFiguresStay() {
    world.registered().withLearning().learnedDaysAgo(1900);
    PrivacyWorld young = new PrivacyWorld(uploads).registered().withLearning().learnedDaysAgo(1800);
    PrivacyWorld counting = new PrivacyWorld(uploads).registered().withLearning();
    counting.learnedDaysAgo(1900);
    PrivacyWorld.owner(
        "update learning.violation set lapses_on = current_date + 1 where customer_id = ?",
        counting.customer);

    assertThat(purge(tools -> tools.learning(), "care-texts")).isPositive();
    purge(tools -> tools.learning(), "violation-texts");

    assertThat(PrivacyWorld.tablesHolding(List.of(world.words))).isEmpty();
    assertThat(PrivacyWorld.tablesHolding(List.of(young.words)))
        .anyMatch(hit -> hit.startsWith("learning.win_back "))
        .anyMatch(hit -> hit.startsWith("learning.survey "))
        .anyMatch(hit -> hit.startsWith("learning.violation "));
    assertThat(PrivacyWorld.tablesHolding(List.of(counting.words)))
        .as("points that still count keep their reason")
        .singleElement()
        .satisfies(hit -> assertThat(hit).startsWith("learning.violation "));
    assertThat(
            PrivacyWorld.number(
                "select count(*) from learning.survey where customer_id = ? and satisfaction = 5",
                world.customer))
        .isEqualTo(1);
    assertThat(purge(tools -> tools.learning(), "care-texts")).isZero();
    assertThatThrownBy(
            () ->
                PrivacyWorld.execute(
                    TestDatabase.get().app(),
                    "select learning.empty_old_violations(now() - interval '1000 days', 10)"))
        .hasMessageContaining("1096 days at least");
  }

  @Test
  void rejectedRowsAreEmptiedButStayCounted() {
    UUID old = world.withReject("f-" + world.serial, 200);
    PrivacyWorld young = new PrivacyWorld(uploads);
    young.withReject("f-" + young.serial, 100);

    purge(tools -> tools.imports(), "import-rejects");

    assertThat(PrivacyWorld.tablesHolding(List.of(world.residentId))).isEmpty();
    assertThat(PrivacyWorld.tablesHolding(List.of(young.residentId))).isNotEmpty();
    assertThat(PrivacyWorld.number("select count(*) from imports.reject where run_id = ?", old))
        .isEqualTo(1);
  }

  @Test
  void anUploadGoesWhenTheLastRunThatReadItIsOldEnough() {
    world.withReject("old-" + world.serial, 31);
    world.withReject("shared-" + world.serial, 31);
    new PrivacyWorld(uploads).withReject("shared-" + world.serial, 2);

    purge(tools -> tools.imports(), "import-uploads");

    List<String> over =
        world.filesOver.stream().flatMap(files -> files.storedFiles().stream()).toList();
    assertThat(over).contains("old-" + world.serial).doesNotContain("shared-" + world.serial);
    assertThat(
            PrivacyWorld.number(
                "select count(*) from imports.run where stored_file = ?"
                    + " and file_leaves_at is not null and file_deleted_at is null",
                "old-" + world.serial))
        .isEqualTo(1);
  }

  @Test
  void answersForRetriesAreForgottenAfterAWeek() {
    world.withAnswer(9);
    PrivacyWorld young = new PrivacyWorld(uploads);
    young.withAnswer(5);

    purge(tools -> tools.idempotency(), "idempotency-answers");

    assertThat(PrivacyWorld.tablesHolding(List.of(world.name))).isEmpty();
    assertThat(PrivacyWorld.tablesHolding(List.of(young.name))).isNotEmpty();
  }

  @Test
  void whatRequestsSayIsForgottenAfterTenYearsAndTheirEndStays() {
    UUID old = world.withRequest(3700);
    UUID rule = world.withWaiting("approval-rule.set", "approval-rule:x" + world.serial);
    PrivacyWorld.owner(
        "update approvals.request set status = 'REJECTED', decided_by = 'li', decision_reason ="
            + " 'no', decided_at = now() - interval '3700 days' where id = ?",
        rule);
    PrivacyWorld young = new PrivacyWorld(uploads);
    young.withRequest(3600);
    PrivacyWorld waiting = new PrivacyWorld(uploads);
    waiting.withWaiting("points.grant", "request:" + Ids.next());

    purge(tools -> tools.approvals(), "approval-requests");

    assertThat(
            PrivacyWorld.value(
                "select status || arguments || shown || changes || coalesce(reason, '')"
                    + " || decision_reason || decided_by from approvals.request where id = ?",
                old))
        .isEqualTo("REJECTED{}{}[]—li");
    assertThat(PrivacyWorld.tablesHolding(List.of(young.words))).isNotEmpty();
    assertThat(PrivacyWorld.tablesHolding(List.of(waiting.words))).isNotEmpty();
    assertThat(
            PrivacyWorld.number(
                "select count(*) from approvals.request where id = ? and arguments <> '{}'", rule))
        .as("what was configured is no person's")
        .isEqualTo(1);
    assertThat(purge(tools -> tools.approvals(), "approval-requests")).isZero();
  }

  @Test
  void theWordsBesideMoneyAreForgottenAfterTenYearsAndTheAmountsStay() {
    world.registered().withAccount("CLOSED", null).withMoney(3700);
    PrivacyWorld young =
        new PrivacyWorld(uploads).registered().withAccount("CLOSED", null).withMoney(3600);

    purge(tools -> tools.deposits(), "money-texts");

    assertThat(PrivacyWorld.tablesHolding(List.of(world.words))).isEmpty();
    assertThat(PrivacyWorld.tablesHolding(List.of(young.words))).isNotEmpty();
    assertThat(PrivacyWorld.number("select coalesce(sum(amount), 0) from deposits.posting"))
        .isZero();
  }

  @Test
  void theWordsOfFamiliesAndWhatGuardiansWereToldAreForgottenAfterAYear() {
    world.withFamily(400);
    PrivacyWorld young = new PrivacyWorld(uploads).withFamily(300);

    purge(tools -> tools.family(), "family-texts");
    purge(tools -> tools.family(), "family-notices");

    assertThat(PrivacyWorld.tablesHolding(List.of(world.words, "code-" + world.serial))).isEmpty();
    assertThat(PrivacyWorld.tablesHolding(List.of(young.words)))
        .anyMatch(hit -> hit.startsWith("family.task"))
        .anyMatch(hit -> hit.startsWith("family.goal"))
        .anyMatch(hit -> hit.startsWith("family.household"));
    assertThat(PrivacyWorld.tablesHolding(List.of("code-" + young.serial))).isNotEmpty();
  }

  @Test
  void whyCouponsWereGivenAndEarningsUndoneIsForgottenAndTheyThemselvesStay() {
    world.registered().withCoupon(1200).withUndoneEarning(1200);
    PrivacyWorld young =
        new PrivacyWorld(uploads).registered().withCoupon(1000).withUndoneEarning(1000);

    purge(RetentionTest::promotions, "promotion-words");

    assertThat(PrivacyWorld.tablesHolding(List.of(world.words))).isEmpty();
    assertThat(PrivacyWorld.tablesHolding(List.of(young.words)))
        .anyMatch(hit -> hit.startsWith("promotions.coupon_move"))
        .anyMatch(hit -> hit.startsWith("promotions.completion_undone"));
    assertThat(
            PrivacyWorld.number(
                "select (select count(*) from promotions.coupon where customer_id = ?)"
                    + " + (select count(*) from promotions.completion where customer_id = ?)",
                world.customer,
                world.customer))
        .isEqualTo(2);
    assertThat(purge(RetentionTest::promotions, "promotion-words")).isZero();
    assertThatThrownBy(
            () ->
                PrivacyWorld.execute(
                    TestDatabase.get().app(),
                    "select promotions.empty_old_words(now() - interval '1000 days', 10)"))
        .hasMessageContaining("1096 days at least");
  }

  private static KeptForATime promotions(PrivacyWorld.Tools tools) {
    return (KeptForATime)
        tools.holders().stream()
            .filter(holder -> holder.holder().equals("promotions"))
            .findFirst()
            .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"approvals.empty_old_requests", "deposits.empty_old_texts"})
  void theDatabaseForgetsNothingBeforeItsTimeWhoeverAsks(String function) {
    assertThatThrownBy(
            () ->
                PrivacyWorld.execute(
                    TestDatabase.get().app(),
                    "select " + function + "(now() - interval '3600 days', 10)"))
        .hasMessageContaining("3653 days at least");
  }

  @Test
  void noticesCannotBeDeletedButByTheirTime() {
    world.withFamily(10);
    for (String statement :
        List.of("delete from family.notice", "update family.notice set amount = 1")) {
      assertThatThrownBy(() -> PrivacyWorld.owner(statement)).hasMessageContaining("immutable");
      assertThatThrownBy(
              () ->
                  PrivacyWorld.execute(
                      TestDatabase.get().app(), "set heyi.erasing = 'on'; " + statement))
          .hasMessageContaining("permission denied");
    }
  }

  private int purge(
      java.util.function.Function<PrivacyWorld.Tools, KeptForATime> who, String kind) {
    return world.in(
        tools -> {
          Instant before = tools.retention().over(kind);
          assertThat(before).isBefore(Instant.now().minus(Duration.ofDays(1)));
          return who.apply(tools).forget(kind, before, 1000);
        });
  }

  private RetentionView row(String kind) {
    return world.in(
        tools ->
            tools.retention().all().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow());
  }

  private RetentionView change(RetentionView row, int days) {
    return world.in(
        tools ->
            tools
                .retention()
                .change(new ChangeRetention(row.kind(), days, row.version(), "policy")));
  }
}
