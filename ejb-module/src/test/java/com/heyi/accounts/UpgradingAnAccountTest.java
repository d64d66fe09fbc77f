package com.heyi.accounts;

import static com.heyi.accounts.AccountsWorld.BRANCH;
import static com.heyi.accounts.AccountsWorld.HEAD_OFFICE;
import static com.heyi.accounts.AccountsWorld.OTHER_BRANCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account becomes one of type I in one step, when the documents that this needs are there. */
class UpgradingAnAccountTest {
  private static final LocalDate TODAY = LocalDate.now(AccountsWorld.CLOCK);

  private final AccountsWorld world = new AccountsWorld();
  private RegisterCustomer person;
  private CustomerView customer;
  private AccountView second;

  @BeforeEach
  void aCustomerWithATypeTwoAccount() {
    known(AccountsWorld.somebody());
  }

  private void known(RegisterCustomer registered) {
    person = registered;
    customer = world.as(HEAD_OFFICE, tools -> tools.customers().register(person));
    second = open(AccountType.II);
  }

  @Test
  void withoutDocumentsItIsRefusedNamingEachThatIsMissing() {
    HeyiException refused = refused(() -> upgrade(BRANCH, second), AccountsError.DOCUMENTS_MISSING);

    assertThat(Texts.get(Locale.ENGLISH, refused.code(), refused.args().toArray()))
        .endsWith(
            "Resident identity card, Identified in person by staff, Tax residency declaration");
    assertThat(Texts.get(Texts.DEFAULT, refused.code(), refused.args().toArray()))
        .endsWith("居民身份证、工作人员现场核验、税收居民身份声明");
  }

  @Test
  void withAllDocumentsItIsDoneAndEverythingElseStays() {
    allDocuments();
    assertThat(check().possible()).isTrue();

    AccountView first = upgrade(BRANCH, second);

    assertThat(first.type()).isEqualTo(AccountType.I);
    assertThat(first.number()).isEqualTo(second.number());
    assertThat(first.version()).isEqualTo(second.version() + 1);
    assertThat(check().hindrance()).isEqualTo(AccountsError.UPGRADED.code());
    refused(() -> upgrade(BRANCH, first), AccountsError.UPGRADED);
    refused(() -> upgrade(BRANCH, second), CommonError.VERSION_MOVED);
  }

  @Test
  void aCheckSaysHowEachDocumentStands() {
    note(DocumentKind.MEETING, null, null);

    assertThat(check().needed())
        .containsExactly(
            new UpgradeCheck.Needed(DocumentKind.RESIDENT_CARD, DocumentState.MISSING),
            new UpgradeCheck.Needed(DocumentKind.MEETING, DocumentState.HELD),
            new UpgradeCheck.Needed(DocumentKind.TAX_DECLARATION, DocumentState.MISSING));
    assertThat(check().possible()).isFalse();
  }

  @Test
  void aDocumentIsValidOnItsLastDayAndCannotBeNotedAfterIt() {
    allDocuments();
    note(DocumentKind.RESIDENT_CARD, person.residentId(), TODAY);

    assertThat(check().possible()).isTrue();
    assertThat(field(() -> note(DocumentKind.MEETING, null, TODAY.minusDays(1))))
        .isEqualTo(AccountsError.DOCUMENT_EXPIRED.code());
  }

  @Test
  void whatHasExpiredIsNamedUntilANewOneIsShown() {
    allDocuments();
    execute(
        "insert into accounts.customer_document (id, customer_id, kind, number, expires_on,"
            + " recorded_at, recorded_by) values (gen_random_uuid(), '%s', 'RESIDENT_CARD', '%s',"
            + " date '%s', timestamptz '2030-01-01', 'test')",
        customer.id(), person.residentId(), TODAY.minusDays(1));

    assertThat(check().needed())
        .contains(new UpgradeCheck.Needed(DocumentKind.RESIDENT_CARD, DocumentState.EXPIRED));
    refused(() -> upgrade(BRANCH, second), AccountsError.DOCUMENTS_MISSING);
  }

  @Test
  void onlyHisOwnCardCountsAndItsNumberComesMasked() {
    assertThat(field(() -> note(DocumentKind.RESIDENT_CARD, "11010519491231002X", null)))
        .isEqualTo(AccountsError.DOCUMENT_NOT_HIS.code());
    assertThat(field(() -> note(DocumentKind.RESIDENT_CARD, " ", null)))
        .isEqualTo(AccountsError.DOCUMENT_NUMBER.code());
    assertThat(field(() -> note(DocumentKind.MEETING, "M-1", null)))
        .isEqualTo(AccountsError.DOCUMENT_NUMBER.code());

    List<DocumentView> held = note(DocumentKind.RESIDENT_CARD, person.residentId(), null);

    String number = held.get(0).number();
    assertThat(number).endsWith(person.residentId().substring(14));
    assertThat(number).doesNotContain(person.residentId().substring(0, 10));
  }

  @Test
  void aSecondTypeOneAccountIsNotHadByUpgradingEither() {
    allDocuments();
    open(AccountType.I);

    assertThat(check().hindrance()).isEqualTo(AccountsError.TOO_MANY_ACCOUNTS.code());
    refused(() -> upgrade(BRANCH, second), AccountsError.TOO_MANY_ACCOUNTS);
  }

  @Test
  void aFrozenAccountIsNotUpgraded() {
    allDocuments();
    AccountView frozen =
        world.as(
            HEAD_OFFICE,
            tools ->
                tools.accounts().freeze(new FreezeAccount(second.id(), second.version(), "查证")));

    refused(() -> upgrade(BRANCH, frozen), AccountsError.ACCOUNT_STATUS);
  }

  @Test
  void anotherBranchSeesNorDoesAnything() {
    refused(() -> upgrade(OTHER_BRANCH, second), CommonError.OTHER_BRANCH);
    refused(
        () -> world.as(OTHER_BRANCH, tools -> tools.upgrades().documents(customer.id())),
        CommonError.OTHER_BRANCH);
    refused(
        () -> world.as(OTHER_BRANCH, tools -> tools.upgrades().check(second.id())),
        CommonError.OTHER_BRANCH);
    refused(() -> note(OTHER_BRANCH, DocumentKind.MEETING, null, null), CommonError.OTHER_BRANCH);
  }

  /** It is 21 November 2026 at the bank, half past midnight. */
  @ParameterizedTest
  @CsvSource({"2008-11-22, true", "2008-11-21, false", "2008-11-20, false"})
  void aChildShowsAProofOfGuardianshipUntilItsEighteenthBirthday(LocalDate born, boolean needed) {
    known(AccountsWorld.somebody(born));

    assertThat(check().needed())
        .extracting(UpgradeCheck.Needed::kind)
        .matches(kinds -> kinds.contains(DocumentKind.GUARDIANSHIP) == needed);
  }

  @Test
  void ofTwoAccountsUpgradedAtOnceOneBecomesTypeOne() throws Exception {
    allDocuments();
    AccountView third = open(AccountType.III);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<String> ended = new ArrayList<>();
    try {
      List<Callable<AccountType>> both =
          List.of(() -> upgrade(BRANCH, second).type(), () -> upgrade(BRANCH, third).type());
      for (Future<AccountType> one : pool.invokeAll(both)) {
        try {
          ended.add(one.get().name());
        } catch (java.util.concurrent.ExecutionException e) {
          ended.add(((HeyiException) e.getCause()).code());
        }
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(ended).containsExactlyInAnyOrder("I", AccountsError.TOO_MANY_ACCOUNTS.code());
  }

  @Test
  void whatWasNotedCannotBeRewritten() {
    note(DocumentKind.RESIDENT_CARD, person.residentId(), null);

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    execute(
                        "update accounts.customer_document set expires_on = null, number = 'X'"
                            + " where customer_id = '%s'",
                        customer.id())))
        .hasStackTraceContaining("customer_document");
  }

  private void allDocuments() {
    note(DocumentKind.RESIDENT_CARD, person.residentId(), TODAY.plusYears(10));
    note(DocumentKind.MEETING, null, null);
    note(DocumentKind.TAX_DECLARATION, null, null);
  }

  private List<DocumentView> note(DocumentKind kind, String number, LocalDate expiresOn) {
    return note(BRANCH, kind, number, expiresOn);
  }

  private List<DocumentView> note(
      Caller by, DocumentKind kind, String number, LocalDate expiresOn) {
    return world.as(
        by,
        tools ->
            tools.upgrades().record(new RecordDocument(customer.id(), kind, number, expiresOn)));
  }

  private UpgradeCheck check() {
    return world.as(BRANCH, tools -> tools.upgrades().check(second.id()));
  }

  private AccountView upgrade(Caller by, AccountView account) {
    return world.as(
        by, tools -> tools.upgrades().upgrade(new UpgradeAccount(account.id(), account.version())));
  }

  private AccountView open(AccountType type) {
    long version = world.as(HEAD_OFFICE, tools -> tools.customers().view(customer.id())).version();
    return world.as(
        HEAD_OFFICE,
        tools -> tools.accounts().open(new OpenAccount(customer.id(), version, type, null)));
  }

  private void execute(String sql, Object... args) {
    world.as(
        HEAD_OFFICE, tools -> tools.em().createNativeQuery(sql.formatted(args)).executeUpdate());
  }

  private static HeyiException refused(ThrowingCallable call, ErrorCode why) {
    HeyiException refused = catchThrowableOfType(HeyiException.class, call);
    assertThat(refused.error()).isEqualTo(why);
    return refused;
  }

  private static String field(ThrowingCallable call) {
    return catchThrowableOfType(HeyiException.class, call).fields().get(0).code();
  }
}
