package com.heyi.accounts;

import static com.heyi.accounts.AccountsWorld.BRANCH;
import static com.heyi.accounts.AccountsWorld.HEAD_OFFICE;
import static com.heyi.accounts.AccountsWorld.OTHER_BRANCH;
import static com.heyi.accounts.AccountsWorld.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RegisteringCustomersTest {
  private final AccountsWorld world = new AccountsWorld();

  @Test
  void aRegisteredCustomerIsVerifiedAndShownMasked() {
    RegisterCustomer person = somebody();
    CustomerView customer = register(person);

    assertThat(customer.identityStatus()).isEqualTo(IdentityStatus.VERIFIED);
    assertThat(customer.number()).matches("C[0-9]{9}");
    assertThat(customer.residentId())
        .isEqualTo(
            person.residentId().substring(0, 6) + "********" + person.residentId().substring(14));
    assertThat(customer.phone()).isEqualTo("+86138****5678");
    assertThat(customer.age()).isEqualTo(36);
    assertThat(customer.homeBranch()).isEqualTo("B0101");
    assertThat(world.<CustomerView>as(HEAD_OFFICE, tools -> tools.customers().view(customer.id())))
        .isEqualTo(customer);
    assertThat(world.events()).containsExactly(new CustomerRegistered(customer.id()));
  }

  @Test
  void theSameResidentIdAgainIsRefusedNamingTheCustomerWhoHasIt() {
    RegisterCustomer person = somebody();
    CustomerView first = register(person);

    HeyiException refused =
        refused(() -> register(withId(person, person.residentId().toLowerCase())));

    assertThat(refused.error()).isEqualTo(AccountsError.CUSTOMER_DUPLICATE);
    assertThat(refused.args()).containsExactly(first.number());
  }

  @Test
  void ofManyWhoRegisterTheSamePersonAtOnceOneWinsAndTheOthersLearnHisNumber() throws Exception {
    RegisterCustomer person = somebody();
    int many = 4;
    var pool = Executors.newFixedThreadPool(many);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Object>> answers = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      answers.add(
          pool.submit(
              () -> {
                start.await();
                try {
                  return register(person);
                } catch (HeyiException e) {
                  return e;
                }
              }));
    }
    start.countDown();
    List<CustomerView> registered = new ArrayList<>();
    List<HeyiException> refused = new ArrayList<>();
    for (Future<Object> answer : answers) {
      if (answer.get() instanceof CustomerView view) {
        registered.add(view);
      } else {
        refused.add((HeyiException) answer.get());
      }
    }
    pool.shutdown();

    assertThat(registered).hasSize(1);
    assertThat(refused)
        .hasSize(many - 1)
        .allSatisfy(
            e -> {
              assertThat(e.error()).isEqualTo(AccountsError.CUSTOMER_DUPLICATE);
              assertThat(e.args()).containsExactly(registered.get(0).number());
            });
  }

  @Test
  void aPhoneMayBeSharedAndTheViewTellsSo() {
    String phone = "13900001111";
    register(withPhone(somebody(), phone));
    CustomerView second = register(withPhone(somebody(), "+86 139 0000 1111"));
    assertThat(second.phoneSharedWith()).isEqualTo(1);
  }

  @Test
  void aChildBornTodayAtTheBankMayBeRegisteredButNotOneBornTomorrow() {
    LocalDate today = LocalDate.of(2026, 11, 21);
    assertThat(register(somebody(today)).age()).isZero();

    HeyiException refused = refused(() -> register(somebody(today.plusDays(1))));
    assertThat(refused.error()).isEqualTo(CommonError.INVALID);
    assertThat(refused.fields().get(0).field()).isEqualTo("residentId");
  }

  @Test
  void namesKeepTheirRareCharacters() {
    RegisterCustomer person = somebody();
    CustomerView customer =
        register(
            new RegisterCustomer(
                "𠮷𰻝﨑•热巴", person.residentId(), person.phone(), "  北京市朝阳区 ", "B0101"));
    assertThat(customer.name()).isEqualTo("𠮷𰻝﨑·热巴");
    assertThat(customer.address()).isEqualTo("北京市朝阳区");
    assertThat(names(PageRequest.at(0, 10, null, Map.of("name", "𰻝﨑")))).contains("𠮷𰻝﨑·热巴");
  }

  @Test
  void aBranchRegistersForItselfOnly() {
    CustomerView own =
        world.as(BRANCH, tools -> tools.customers().register(withBranch(somebody(), null)));
    assertThat(own.homeBranch()).isEqualTo("B0101");

    HeyiException refused =
        refused(
            () ->
                world.as(
                    BRANCH, tools -> tools.customers().register(withBranch(somebody(), "B0202"))));
    assertThat(refused.error()).isEqualTo(CommonError.OTHER_BRANCH);
  }

  @Test
  void headOfficeNamesTheBranch() {
    HeyiException refused = refused(() -> register(withBranch(somebody(), null)));
    assertThat(refused.fields().get(0).field()).isEqualTo("homeBranch");
  }

  @Test
  void anotherBranchSeesNothingOfTheCustomer() {
    RegisterCustomer person = somebody();
    CustomerView customer = register(person);

    assertThat(
            refused(() -> world.as(OTHER_BRANCH, t -> t.customers().view(customer.id()))).error())
        .isEqualTo(CommonError.OTHER_BRANCH);
    assertThat(
            refused(
                    () ->
                        world.as(
                            OTHER_BRANCH, t -> t.customers().findByResidentId(person.residentId())))
                .error())
        .isEqualTo(CommonError.OTHER_BRANCH);
    assertThat(listed(OTHER_BRANCH, Map.of("number", customer.number()))).isEmpty();
    assertThat(listed(OTHER_BRANCH, Map.of("branch", "B0101"))).isEmpty();
    assertThat(listed(BRANCH, Map.of("number", customer.number()))).hasSize(1);
    assertThat(refused(() -> world.as(OTHER_BRANCH, t -> t.directory().require(customer.id()))))
        .extracting(HeyiException::error)
        .isEqualTo(CommonError.OTHER_BRANCH);
  }

  @Test
  void aCustomerIsFoundByEachThingHeCanBeAskedFor() {
    RegisterCustomer person = withPhone(somebody(), "13700002222");
    CustomerView customer = register(person);

    assertThat(
            world.<CustomerView>as(HEAD_OFFICE, t -> t.customers().findByNumber(customer.number())))
        .isEqualTo(customer);
    assertThat(
            world.<CustomerView>as(
                HEAD_OFFICE, t -> t.customers().findByResidentId(person.residentId())))
        .isEqualTo(customer);
    for (Map<String, String> filter :
        List.of(
            Map.of("number", customer.number()),
            Map.of("phone", "137 0000 2222"),
            Map.of("residentId", person.residentId().toLowerCase()),
            Map.of("residentId", person.residentId(), "identityStatus", "VERIFIED"),
            Map.of("residentId", person.residentId(), "from", "2026-11-21", "to", "2026-11-21"))) {
      assertThat(listed(HEAD_OFFICE, filter))
          .as(filter.toString())
          .extracting(CustomerSummary::id)
          .containsExactly(customer.id());
    }
    assertThat(
            listed(
                HEAD_OFFICE,
                Map.of("residentId", person.residentId(), "identityStatus", "UNVERIFIED")))
        .isEmpty();
  }

  @Test
  void namesAreSortedByPinyinAndPagedByCursor() {
    String family = "测" + "试" + "排序";
    for (String given : List.of("赵", "王", "李", "陈", "张")) {
      RegisterCustomer person = somebody();
      register(
          new RegisterCustomer(given + family, person.residentId(), person.phone(), null, "B0101"));
    }
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      PageRequest request =
          PageRequest.after(cursor, 2, Sort.ascending("name"), Map.of("name", family));
      var page = world.as(HEAD_OFFICE, t -> t.customers().list(request));
      page.items().forEach(row -> seen.add(row.name().substring(0, 1)));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(seen).containsExactly("陈", "李", "王", "张", "赵");
  }

  @Test
  void aCustomerWhoDoesNotExistIsNotFound() {
    UUID nobody = UUID.randomUUID();
    assertThat(refused(() -> world.as(HEAD_OFFICE, t -> t.customers().view(nobody))).error())
        .isEqualTo(CommonError.NOT_FOUND);
    assertThat(
            refused(() -> world.as(HEAD_OFFICE, t -> t.customers().findByResidentId("x"))).error())
        .isEqualTo(CommonError.NOT_FOUND);
  }

  private CustomerView register(RegisterCustomer person) {
    return world.as(HEAD_OFFICE, tools -> tools.customers().register(person));
  }

  private List<CustomerSummary> listed(
      com.heyi.shared.facade.Caller caller, Map<String, String> filters) {
    return world.as(caller, t -> t.customers().list(PageRequest.at(0, 50, null, filters))).items();
  }

  private List<String> names(PageRequest request) {
    return world.as(HEAD_OFFICE, t -> t.customers().list(request)).items().stream()
        .map(CustomerSummary::name)
        .toList();
  }

  private static HeyiException refused(ThrowingCallable call) {
    HeyiException refused = catchThrowableOfType(HeyiException.class, call);
    assertThat(refused).as("refusal").isNotNull();
    return refused;
  }

  private static RegisterCustomer withId(RegisterCustomer p, String residentId) {
    return new RegisterCustomer(p.name(), residentId, p.phone(), p.address(), p.homeBranch());
  }

  private static RegisterCustomer withPhone(RegisterCustomer p, String phone) {
    return new RegisterCustomer(p.name(), p.residentId(), phone, p.address(), p.homeBranch());
  }

  private static RegisterCustomer withBranch(RegisterCustomer p, String branch) {
    return new RegisterCustomer(p.name(), p.residentId(), p.phone(), p.address(), branch);
  }
}
