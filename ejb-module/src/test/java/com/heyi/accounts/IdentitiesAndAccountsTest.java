package com.heyi.accounts;

import static com.heyi.accounts.AccountsWorld.BRANCH;
import static com.heyi.accounts.AccountsWorld.HEAD_OFFICE;
import static com.heyi.accounts.AccountsWorld.OTHER_BRANCH;
import static com.heyi.accounts.AccountsWorld.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class IdentitiesAndAccountsTest {
  private final AccountsWorld world = new AccountsWorld();

  @Test
  void aLinkedIdentityShowsInTheViewAndMovesTheVersionOn() {
    CustomerView customer = register();
    String external = UUID.randomUUID().toString();

    CustomerView linked = link(HEAD_OFFICE, customer, "LOAN", external);

    assertThat(linked.version()).isEqualTo(customer.version() + 1);
    assertThat(linked.identities())
        .extracting(IdentityView::app, IdentityView::externalId)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("LOAN", external));
    assertThat(view(customer)).isEqualTo(linked);
    assertThat(world.events()).contains(new IdentityLinked(customer.id(), "LOAN", external));
  }

  @Test
  void theSameLinkAgainChangesNothingEvenWithTheOldVersion() {
    CustomerView customer = register();
    String external = UUID.randomUUID().toString();
    CustomerView linked = link(HEAD_OFFICE, customer, "LOAN", external);
    assertThat(link(HEAD_OFFICE, customer, "LOAN", external)).isEqualTo(linked);
  }

  @Test
  void anIdentityOfAnotherCustomerIsRefusedNamingHisNumber() {
    CustomerView owner = register();
    String external = UUID.randomUUID().toString();
    link(HEAD_OFFICE, owner, "LOAN", external);

    HeyiException refused = refused(() -> link(HEAD_OFFICE, register(), "LOAN", external));

    assertThat(refused.error()).isEqualTo(AccountsError.IDENTITY_TAKEN);
    assertThat(refused.args()).containsExactly("LOAN", owner.number());
  }

  @Test
  void ofTwoWhoLinkTheSameIdentityAtOnceOneIsToldWhoHasIt() throws Exception {
    String external = UUID.randomUUID().toString();
    List<ErrorCode> errors =
        atOnce(
            List.of(register(), register(), register()),
            customer -> link(HEAD_OFFICE, customer, "WEALTH", external));
    assertThat(errors).containsExactly(AccountsError.IDENTITY_TAKEN, AccountsError.IDENTITY_TAKEN);
  }

  @Test
  void anAppThatIsClosedUnknownOrFrozenTakesNoNewIdentity() {
    CustomerView customer = register();
    assertThat(refused(() -> link(HEAD_OFFICE, customer, "WAP", "1")).error())
        .isEqualTo(AccountsError.APP_CLOSED);
    assertThat(refused(() -> link(HEAD_OFFICE, customer, "FAMILY", "1")).error())
        .isEqualTo(AccountsError.APP_CLOSED);
    assertThat(refused(() -> link(HEAD_OFFICE, customer, "NOPE", "1")).error())
        .isEqualTo(AccountsError.APP_UNKNOWN);
  }

  @Test
  void customersAreListedByApp() {
    CustomerView both = register();
    CustomerView linked = link(HEAD_OFFICE, both, "PENSION", UUID.randomUUID().toString());
    link(HEAD_OFFICE, linked, "LOAN", UUID.randomUUID().toString());
    CustomerView none = register();
    for (CustomerView customer : List.of(both, none)) {
      Map<String, String> filters = Map.of("number", customer.number(), "app", "PENSION");
      List<CustomerSummary> rows =
          world
              .as(HEAD_OFFICE, t -> t.customers().list(PageRequest.at(0, 5, null, filters)))
              .items();
      if (customer == both) {
        assertThat(rows.get(0).apps()).containsExactly("LOAN", "PENSION");
      } else {
        assertThat(rows).isEmpty();
      }
    }
  }

  @Test
  void anOpenedAccountHasANumberAndTheHomeBranch() {
    CustomerView customer = register();
    AccountView account = open(BRANCH, customer, AccountType.I);

    assertThat(account.number()).matches("620000[0-9]{13}");
    assertThat(account.branch()).isEqualTo("B0101");
    assertThat(account.currency()).isEqualTo("CNY");
    assertThat(account.status()).isEqualTo(AccountStatus.OPEN);
    CustomerView after = view(customer);
    assertThat(after.accounts()).containsExactly(account);
    assertThat(after.version()).isEqualTo(customer.version() + 1);
    assertThat(world.<AccountView>as(BRANCH, t -> t.accounts().view(account.id())))
        .isEqualTo(account);
    assertThat(world.events()).contains(new AccountOpened(account.id(), customer.id()));
  }

  @Test
  void aSecondTypeIAccountIsRefusedAndASixthTypeIIOne() {
    CustomerView customer = register();
    open(HEAD_OFFICE, customer, AccountType.I);
    HeyiException second = refused(() -> open(HEAD_OFFICE, view(customer), AccountType.I));
    assertThat(second.error()).isEqualTo(AccountsError.TOO_MANY_ACCOUNTS);
    assertThat(second.args()).containsExactly(AccountType.I, 1);

    for (int i = 0; i < 5; i++) {
      open(HEAD_OFFICE, view(customer), AccountType.II);
    }
    assertThat(refused(() -> open(HEAD_OFFICE, view(customer), AccountType.II)).args())
        .containsExactly(AccountType.II, 5);
  }

  @Test
  void ofTwoWhoOpenAnAccountAtOnceOneFindsTheVersionMoved() throws Exception {
    CustomerView customer = register();
    List<ErrorCode> errors =
        atOnce(List.of(customer, customer), seen -> open(HEAD_OFFICE, seen, AccountType.I));
    assertThat(errors).containsExactly(CommonError.VERSION_MOVED);
    assertThat(view(customer).accounts()).hasSize(1);
  }

  @Test
  void ofTwoWhoFreezeAnAccountAtOnceOneFindsTheVersionMoved() throws Exception {
    AccountView account = open(BRANCH, register(), AccountType.I);
    List<ErrorCode> errors =
        atOnce(List.of(BRANCH, HEAD_OFFICE), caller -> freeze(caller, account));
    assertThat(errors).containsExactly(CommonError.VERSION_MOVED);
    AccountView frozen = world.as(BRANCH, t -> t.accounts().view(account.id()));
    assertThat(frozen.status()).isEqualTo(AccountStatus.FROZEN);
    assertThat(world.events()).contains(new AccountFrozen(account.id()));
    assertThat(refused(() -> freeze(BRANCH, frozen)).error())
        .isEqualTo(AccountsError.ACCOUNT_STATUS);
  }

  @Test
  void aCustomerWithoutVerifiedIdentityHoldsNoAccount() {
    CustomerRef taken =
        world.as(HEAD_OFFICE, t -> t.directory().admit("CARD", UUID.randomUUID().toString()));
    CustomerView customer = world.as(HEAD_OFFICE, t -> t.customers().view(taken.id()));

    assertThat(customer.identityStatus()).isEqualTo(IdentityStatus.UNVERIFIED);
    assertThat(refused(() -> open(HEAD_OFFICE, customer, AccountType.III)).error())
        .isEqualTo(AccountsError.IDENTITY_UNVERIFIED);
  }

  @Test
  void anotherBranchChangesNothing() {
    CustomerView customer = register();
    AccountView account = open(BRANCH, customer, AccountType.II);
    CustomerView seen = view(customer);
    for (ThrowingCallable attempt :
        List.<ThrowingCallable>of(
            () -> link(OTHER_BRANCH, seen, "LOAN", UUID.randomUUID().toString()),
            () -> open(OTHER_BRANCH, seen, AccountType.I),
            () -> freeze(OTHER_BRANCH, account),
            () -> world.as(OTHER_BRANCH, t -> t.accounts().view(account.id())),
            () ->
                world.as(
                    BRANCH,
                    t ->
                        t.accounts()
                            .open(
                                new OpenAccount(
                                    seen.id(), seen.version(), AccountType.I, "B0202"))))) {
      assertThat(refused(attempt).error()).isEqualTo(CommonError.OTHER_BRANCH);
    }
    assertThat(view(customer)).isEqualTo(seen);
  }

  @Test
  void theDirectoryAdmitsACustomerOnceAndFindsHimEveryWay() throws Exception {
    String external = UUID.randomUUID().toString();
    CustomerRef first = world.as(HEAD_OFFICE, t -> t.directory().admit("MALL", external));
    assertThat(first.name()).isEqualTo("MALL " + external);
    assertThat(first.branch()).isNull();
    assertThat(world.<CustomerRef>as(HEAD_OFFICE, t -> t.directory().admit("MALL", external)))
        .isEqualTo(first);
    assertThat(
            world.<List<CustomerRef>>as(
                HEAD_OFFICE,
                t ->
                    List.of(
                        t.directory().find(first.id()).orElseThrow(),
                        t.directory().findByNumber(first.number()).orElseThrow(),
                        t.directory().findByIdentity("MALL", external).orElseThrow(),
                        t.directory().require(first.id()),
                        t.directory()
                            .findAll(List.of(first.id(), UUID.randomUUID()))
                            .get(first.id()))))
        .containsOnly(first);
  }

  @Test
  void manyWhoAdmitTheSameCustomerAtOnceGetTheSameOne() throws Exception {
    String external = UUID.randomUUID().toString();
    List<UUID> ids = new java.util.concurrent.CopyOnWriteArrayList<>();
    atOnce(
        List.of(1, 2, 3),
        i -> ids.add(world.as(HEAD_OFFICE, t -> t.directory().admit("MALL", external)).id()));
    assertThat(ids).hasSize(3);
    assertThat(ids.stream().distinct()).hasSize(1);
  }

  @Test
  void appsHaveNamesInTheThreeLanguages() {
    List<AppView> apps = world.as(BRANCH, t -> t.customers().apps());
    assertThat(apps).extracting(AppView::code).contains("CARD", "MALL", "WAP").isSorted();
    AppView mall = apps.stream().filter(app -> app.code().equals("MALL")).findFirst().orElseThrow();
    assertThat(mall.name(java.util.Locale.TAIWAN)).isEqualTo("點數商城");
    assertThat(mall.name(java.util.Locale.CHINA)).isEqualTo("积分商城");
    assertThat(mall.name(java.util.Locale.UK)).isEqualTo("Points mall");
  }

  private CustomerView register() {
    return world.as(HEAD_OFFICE, t -> t.customers().register(somebody()));
  }

  private CustomerView view(CustomerView customer) {
    return world.as(HEAD_OFFICE, t -> t.customers().view(customer.id()));
  }

  private CustomerView link(Caller caller, CustomerView seen, String app, String external) {
    return world.as(
        caller,
        t ->
            t.customers().linkIdentity(new LinkIdentity(seen.id(), seen.version(), app, external)));
  }

  private AccountView open(Caller caller, CustomerView seen, AccountType type) {
    return world.as(
        caller, t -> t.accounts().open(new OpenAccount(seen.id(), seen.version(), type, null)));
  }

  private AccountView freeze(Caller caller, AccountView seen) {
    return world.as(
        caller, t -> t.accounts().freeze(new FreezeAccount(seen.id(), seen.version(), "客户口头挂失")));
  }

  /** Does the same with each at the same moment; the errors that came of it. */
  private static <T> List<ErrorCode> atOnce(List<T> each, java.util.function.Consumer<T> work)
      throws Exception {
    var pool = Executors.newFixedThreadPool(each.size());
    CountDownLatch start = new CountDownLatch(1);
    List<Future<ErrorCode>> answers = new ArrayList<>();
    for (T one : each) {
      answers.add(
          pool.submit(
              () -> {
                start.await();
                try {
                  work.accept(one);
                  return null;
                } catch (HeyiException e) {
                  return e.error();
                }
              }));
    }
    start.countDown();
    List<ErrorCode> errors = new ArrayList<>();
    for (Future<ErrorCode> answer : answers) {
      if (answer.get() != null) {
        errors.add(answer.get());
      }
    }
    pool.shutdown();
    return errors;
  }

  private static HeyiException refused(ThrowingCallable call) {
    HeyiException refused = catchThrowableOfType(HeyiException.class, call);
    assertThat(refused).as("refusal").isNotNull();
    return refused;
  }
}
