package com.heyi.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.privacy.ErasureView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ApprovedRun;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.RequestEnded;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasingAPersonTest {
  private static final Duration ELEVEN_YEARS = Duration.ofDays(11 * 366L);
  private static final int FOUR_YEARS = 4 * 366;
  @TempDir private Path uploads;
  private PrivacyWorld world;

  @BeforeEach
  void newPerson() {
    world = new PrivacyWorld(uploads);
  }

  @Test
  void nothingInTheWholeDatabaseTellsWhoHeWas() throws IOException {
    everything();
    Files.writeString(uploads.resolve("upload-1"), "a,b\n1," + world.residentId + "\n");
    assertThat(PrivacyWorld.tablesHolding(world.marks()))
        .as("the marks are planted")
        .anyMatch(hit -> hit.startsWith("accounts.customer_history"))
        .anyMatch(hit -> hit.startsWith("complaints.step"))
        .anyMatch(hit -> hit.startsWith("mall.ledger_entry"))
        .anyMatch(hit -> hit.startsWith("mall.customer_order"))
        .anyMatch(hit -> hit.startsWith("deposits.entry"))
        .anyMatch(hit -> hit.startsWith("winddown.holding"))
        .anyMatch(hit -> hit.startsWith("relationship.tier_change"))
        .anyMatch(hit -> hit.startsWith("relationship.standing"))
        .anyMatch(hit -> hit.startsWith("relationship.hand_over"))
        .anyMatch(hit -> hit.startsWith("relationship.alert"))
        .anyMatch(hit -> hit.startsWith("relationship.follow_up_result"))
        .anyMatch(hit -> hit.startsWith("approvals.request"))
        .anyMatch(hit -> hit.startsWith("imports.reject"))
        .anyMatch(hit -> hit.startsWith("invoices.invoice"))
        .anyMatch(hit -> hit.startsWith("learning.violation"))
        .anyMatch(hit -> hit.startsWith("learning.win_back_history"))
        .anyMatch(hit -> hit.startsWith("messages.message"))
        .anyMatch(hit -> hit.startsWith("messages.preference_history"))
        .anyMatch(hit -> hit.startsWith("promotions.coupon_move"))
        .anyMatch(hit -> hit.startsWith("shared.idempotency"))
        .hasSizeGreaterThan(25);

    ErasureView erasure = world.erase();

    assertThat(PrivacyWorld.tablesHolding(world.marks())).isEmpty();
    assertThat(erasure.records().keySet())
        .containsExactly(
            "accounts",
            "approvals",
            "audit",
            "complaints",
            "deposits",
            "family",
            "giftcards",
            "imports",
            "invoices",
            "learning",
            "mall",
            "menu",
            "messages",
            "promotions",
            "relationship",
            "shared",
            "winddown");
    assertThat(erasure.records()).containsEntry("complaints", 2L).containsEntry("shared", 1L);
    assertThat(erasure.records()).containsEntry("learning", 4L);
    assertThat(erasure.records()).containsEntry("menu", 4L);
    assertThat(
            PrivacyWorld.number(
                "select count(*) from menu.preference_history where customer_id = ?"
                    + " and coalesce(left_handed, large_text) is null and pins is null",
                world.customer))
        .isEqualTo(1);
    assertThat(world.filesOver.get(0).storedFiles()).containsExactly("upload-1");
  }

  @Test
  void whatStillWaitsAboutHimEndsWithItsRowInTheTrailAndTellsNothingAnyMore() {
    everything();
    UUID byId = world.withWaiting("points.grant", "grant:" + Ids.next());
    Object account =
        PrivacyWorld.value("select id from accounts.account where customer_id = ?", world.customer);
    UUID byAccount = world.withWaiting("account.close", "account:" + account);
    PrivacyWorld stranger = new PrivacyWorld(uploads);
    UUID others = stranger.withWaiting("points.grant", "grant:" + Ids.next());

    world.erase();

    assertThat(PrivacyWorld.tablesHolding(world.marks())).isEmpty();
    for (UUID request : List.of(byId, byAccount)) {
      assertThat(statusAndArguments(request)).isEqualTo("ERASED {}");
      assertThat(world.trail)
          .anySatisfy(
              row -> {
                assertThat(row.action()).isEqualTo("approval.erase");
                assertThat(row.approval()).isEqualTo(request);
                assertThat(row.caller().user()).isEqualTo("admin.li");
              });
    }
    assertThat(statusAndArguments(others)).startsWith("PENDING [");
    assertThat(world.ended).extracting(RequestEnded::end).containsOnly("ERASED");
  }

  @Test
  void nobodyIsToldToCallHimAnyMore() {
    world.registered().withAManager();

    world.erase();

    assertThat(
            PrivacyWorld.number(
                "select count(*) from relationship.alert where customer_id = ?"
                    + " and status = 'HANDLED' and handled_at is not null",
                world.customer))
        .isEqualTo(2);
    assertThat(
            PrivacyWorld.number(
                "select count(*) from relationship.follow_up where customer_id = ?"
                    + " and status = 'LAPSED'",
                world.customer))
        .isEqualTo(1);
  }

  @Test
  void aFileThatWaitsForApprovalAndNamesHimComesToNothing() throws IOException {
    world.registered();
    Files.writeString(uploads.resolve("waits-" + world.serial), "1," + world.residentId + "\n");
    Files.writeString(uploads.resolve("other-" + world.serial), "1,nobody\n");
    PrivacyWorld stranger = new PrivacyWorld(uploads);
    UUID his = stranger.withWaiting("import.start", "import-file:waits-" + world.serial);
    UUID others = stranger.withWaiting("import.start", "import-file:other-" + world.serial);

    world.erase();

    assertThat(statusAndArguments(his)).startsWith("ERASED");
    assertThat(statusAndArguments(others)).startsWith("PENDING");
    assertThat(world.ended)
        .extracting(RequestEnded::target)
        .contains("import-file:waits-" + world.serial);
  }

  @Test
  void theRequestThatErasesHimIsNotEndedByIt() throws Exception {
    world.registered();
    UUID own = world.withWaiting("privacy.erase", "customer:" + world.customer);
    ApprovedRun.run(
        own,
        new ChangeLog.Cause("privacy.erase", "why"),
        PrivacyWorld.ADMIN,
        () -> world.erase(),
        ran -> {});
    assertThat(statusAndArguments(own)).startsWith("PENDING [");
  }

  @Test
  void notWhileTheLawWantsAMovementKeptThatNamesHim() {
    world.registered().withAccount("CLOSED", Instant.now().minus(ELEVEN_YEARS)).withMoney(100);
    assertHindered("the law wants movements of money that name him kept");
  }

  @Test
  void theDatabaseEmptiesNoMovementBeforeItsTime() {
    world.registered().withAccount("CLOSED", Instant.now().minus(ELEVEN_YEARS)).withMoney(100);
    assertThatThrownBy(
            () ->
                world.in(
                    tools -> {
                      UUID erasure = Ids.next();
                      tools
                          .em()
                          .createNativeQuery(
                              "insert into privacy.erasure (id, customer_id, reason, erased_by,"
                                  + " erased_at) values (:id, :customer, 'x', 'x', now())")
                          .setParameter("id", erasure)
                          .setParameter("customer", world.customer)
                          .executeUpdate();
                      return tools
                          .deposits()
                          .erase(
                              new PersonalData.Erasure(
                                  erasure,
                                  new Person(world.customer, Set.of(world.accountNumber)),
                                  0));
                    }))
        .hasStackTraceContaining("3653 days at least");
  }

  private static String statusAndArguments(UUID request) {
    return (String)
        PrivacyWorld.value(
            "select status || ' ' || arguments from approvals.request where id = ?", request);
  }

  @Test
  void theBooksGoOnUnderHisIdAndStillBalance() {
    everything();
    world.erase();

    assertThat(PrivacyWorld.number("select coalesce(sum(amount), 0) from mall.posting")).isZero();
    assertThat(PrivacyWorld.number("select coalesce(sum(amount), 0) from deposits.posting"))
        .isZero();
    assertThat(
            PrivacyWorld.number(
                "select count(*) from mall.ledger_entry where customer_id = ? and amount <> 0",
                world.customer))
        .isEqualTo(2);
    assertThat(
            PrivacyWorld.number(
                "select count(*) from mall.customer_order where customer_id = ?", world.customer))
        .isEqualTo(1);
  }

  @Test
  void theSameResidentIdMayRegisterAgainAsSomebodyNew() {
    world.registered();
    world.erase();

    PrivacyWorld.owner(
        "insert into accounts.customer (id, version, number, name, resident_id, birth_date, gender,"
            + " identity_status, registered_at) values (?, 0, ?, ?, ?, '1990-03-07', 'MALE',"
            + " 'VERIFIED', now())",
        Ids.next(),
        world.number,
        world.name,
        world.residentId);
    assertThat(
            PrivacyWorld.number(
                "select count(*) from accounts.customer where resident_id = ?", world.residentId))
        .isEqualTo(1);
  }

  @Test
  void whoIsErasedIsErasedOnce() {
    world.registered();
    world.erase();
    assertThatThrownBy(() -> world.erase()).hasMessage("customer.erased");
  }

  @Test
  void aCustomerWhomSomebodyChangedMeanwhileIsNotErased() {
    world.registered();
    PrivacyWorld.owner("update accounts.customer set version = 3 where id = ?", world.customer);
    assertThatThrownBy(() -> world.erase()).hasMessage("version.moved");
  }

  @Test
  void notWhilePointsAreLeft() {
    world.registered().withPoints(FOUR_YEARS, 40);
    assertHindered("40 points are left");
  }

  @Test
  void notWhilePointsAreLeftThatHeCannotUseYet() {
    world.registered().withLockedPoints(25);
    assertHindered("25 points are left");
  }

  @Test
  void notWhileAnAccountIsOpenOrFrozen() {
    world.registered().withAccount("FROZEN", null);
    assertHindered("1 accounts are still open");
  }

  @Test
  void notWhileAComplaintIsOpen() {
    world.registered().withComplaint(true, FOUR_YEARS);
    assertHindered("1 complaints are open");
  }

  @Test
  void notBeforeTenYearsAfterHisLastAccountWasClosedAndTheFirstDayIsTold() {
    Instant closed = Instant.now().minus(Duration.ofDays(3653));
    world.registered().withAccount("CLOSED", closed);
    LocalDate first = closed.atZone(PrivacyWorld.ZONE).toLocalDate().plusDays(3654);
    assertHindered(first.toString());
  }

  @Test
  void tenYearsAndADayAfterItMayBeDone() {
    Instant closed = Instant.now().minus(Duration.ofDays(3654));
    world.registered().withAccount("CLOSED", closed);
    assertThat(world.erase().total()).isPositive();
  }

  @Test
  void anAccountOfWhichNobodyKnowsWhenItWasClosedCountsFromToday() {
    world.registered().withAccount("CLOSED", null);
    assertHindered(LocalDate.now(PrivacyWorld.CLOCK).plusDays(3654).toString());
  }

  @Test
  void notWhileTheLawWantsHisLastOrderOrComplaintKept() {
    world.registered().withPoints(1000, 0).withComplaint(false, 1000);
    LocalDate first =
        Instant.now()
            .minus(Duration.ofDays(1000))
            .atZone(PrivacyWorld.ZONE)
            .toLocalDate()
            .plusDays(1097);
    assertHindered(first.toString());
  }

  @Test
  void allThatStandsAgainstItIsToldAtOnce() {
    world.registered().withPoints(FOUR_YEARS, 40).withAccount("OPEN", null);
    assertThatThrownBy(() -> world.erase())
        .isInstanceOfSatisfying(
            HeyiException.class,
            e ->
                assertThat(e.args().get(0).toString())
                    .contains("40 points", "1 accounts are still open"));
  }

  @Test
  void theDatabaseErasesNobodyWithoutTheRowOfAnErasure() {
    world.registered();
    for (String schema : List.of("accounts", "mall", "complaints")) {
      assertThatThrownBy(
              () ->
                  PrivacyWorld.execute(
                      TestDatabase.get().app(),
                      "select " + schema + ".erase_customer(?)",
                      Ids.next()))
          .as(schema)
          .hasMessageContaining("No erasure");
    }
  }

  @Test
  void theRowOfAnEarlierErasureOpensNoDoorLater() {
    world.registered();
    ErasureView erasure = world.erase();
    assertThatThrownBy(
            () ->
                PrivacyWorld.execute(
                    TestDatabase.get().app(), "select mall.erase_customer(?)", erasure.id()))
        .hasMessageContaining("No erasure");
  }

  @Test
  void theApplicationCannotEmptyAnythingByItself() {
    everything();
    for (String attempt :
        List.of(
            "update mall.ledger_entry set reason = '—'",
            "update complaints.step set detail = '{}'",
            "update imports.reject set record = '{}'",
            "update accounts.customer_history set name = null",
            "update privacy.erasure set reason = 'x'",
            "select complaints.empty_texts(array[]::uuid[])")) {
      assertThatThrownBy(
              () ->
                  PrivacyWorld.execute(
                      TestDatabase.get().app(), "set heyi.erasing = 'on'; " + attempt))
          .as(attempt)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void evenTheOwnerCanEmptyNothingButThePersonalColumns() {
    everything();
    assertThatThrownBy(() -> PrivacyWorld.owner("update mall.ledger_entry set reason = '—'"))
        .hasMessageContaining("immutable");
    assertThatThrownBy(
            () ->
                PrivacyWorld.owner(
                    "set heyi.erasing = 'on'; update mall.ledger_entry set amount = 1"))
        .hasMessageContaining("may be emptied");
    assertThatThrownBy(
            () -> PrivacyWorld.owner("set heyi.erasing = 'on'; delete from complaints.step"))
        .hasMessageContaining("immutable");
  }

  private void everything() {
    world
        .registered()
        .withIdentityAndCard()
        .withAccount("CLOSED", Instant.now().minus(ELEVEN_YEARS))
        .withMoney(11 * 366)
        .withPoints(FOUR_YEARS, 0)
        .withOrdersOfAnEndedApp()
        .withComplaint(false, FOUR_YEARS)
        .withLearning()
        .withRemark()
        .withCoupon()
        .withMessages()
        .withInvoice()
        .withMenu(3);
    world.withRequest(0);
    world.withReject("upload-1", 3);
    world.withAnswer(1);
    world.withBalanceOfAnEndingApp(true);
    world.withATierByHand();
    world.withAManager();
  }

  @Test
  void whomAnEndingAppStillOwesSomethingIsNotErased() {
    world.registered().withIdentityAndCard().withBalanceOfAnEndingApp(false);
    assertHindered("owes him 1");
  }

  @Test
  void aClosingThatWasCalledOffOwesHimNothing() {
    world.registered().withIdentityAndCard().withBalanceOf("CARD", "CALLED_OFF", false);
    assertThat(world.erase()).isNotNull();
  }

  @Test
  void whatAnotherAppOwesSomebodyByTheSameIdDoesNotHinderHim() {
    world.registered().withIdentityAndCard().withBalanceOf("Q" + world.serial, "ANNOUNCED", false);
    assertThat(world.erase()).isNotNull();
    assertThat(
            PrivacyWorld.number(
                "select count(*) from winddown.holding where external_id = ?", world.externalId))
        .as("the other is still owed it by his id")
        .isEqualTo(1);
  }

  @Test
  void toWhomMoneyIsStillToBePaidBackIsNotErasedUntilItIsPaid() {
    world.registered().withIdentityAndCard().withRefundDue("12.30");
    assertHindered("12.3 CNY");
    PrivacyWorld.owner(
        "update winddown.refund set paid_at = now(), paid_as = 'PAY-1' where customer_id = ?",
        world.customer);
    assertThat(world.erase()).isNotNull();
  }

  private void assertHindered(String told) {
    assertThatThrownBy(() -> world.erase())
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.code()).isEqualTo("erasure.hindered");
              assertThat(e.args().toString()).contains(told);
            });
    assertThat(
            PrivacyWorld.number(
                "select count(*) from accounts.customer where id = ? and name = ?",
                world.customer,
                world.name))
        .isEqualTo(1);
  }
}
