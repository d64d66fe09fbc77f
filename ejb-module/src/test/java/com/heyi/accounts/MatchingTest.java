package com.heyi.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.accounts.internal.AccountRegister;
import com.heyi.accounts.internal.Accounts;
import com.heyi.accounts.internal.Announcements;
import com.heyi.accounts.internal.AppCustomersImport;
import com.heyi.accounts.internal.Claims;
import com.heyi.accounts.internal.CustomerRelations;
import com.heyi.accounts.internal.CustomerViews;
import com.heyi.accounts.internal.Customers;
import com.heyi.accounts.internal.Identities;
import com.heyi.accounts.internal.Matches;
import com.heyi.accounts.internal.Merging;
import com.heyi.accounts.internal.Numbers;
import com.heyi.accounts.internal.RegisterDirectory;
import com.heyi.accounts.internal.Registration;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.history.Relations;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who the customers of an app are, decided by a person; united and parted without loss. */
class MatchingTest {
  private static final UUID UNKNOWN = UUID.randomUUID();

  private static final AtomicInteger IDS = new AtomicInteger();
  private final AccountsWorld world = new AccountsWorld();
  private final List<Object> told = new ArrayList<>();

  private record Tools(
      EntityManager em,
      MatchingFacade matching,
      AppCustomersImport imports,
      CustomerDirectory directory,
      Relations relations) {}

  @Test
  void whoShowsARegisteredResidentIdIsLinkedAtOnce() {
    RegisterCustomer person = AccountsWorld.somebody(LocalDate.of(1971, 5, 6));
    CustomerView known = register(person);
    String id = id();
    assertThat(take(id, person.residentId(), "随便", "", "", "").loaded()).isEqualTo(1);
    assertThat(of(id)).isEqualTo(known.id());
    assertThat(openFor(known.id())).isEmpty();
    assertThat(take(id, person.residentId(), "随便", "", "", "").unchanged()).isEqualTo(1);
  }

  @Test
  void whoLooksLikeAVerifiedCustomerIsSuggestedFieldByField() {
    CustomerView known = register(somebody("張偉", "13700000101", LocalDate.of(1972, 2, 3)));
    String id = id();
    take(id, "", "张伟", "137 0000 0101", "1972-03-02", "");
    MatchView match = openFor(of(id)).get(0);
    assertThat(match.otherId()).isEqualTo(known.id());
    assertThat(match.fits())
        .isEqualTo(
            new MatchScore(
                FieldFit.UNKNOWN,
                FieldFit.VARIANT,
                FieldFit.SAME,
                FieldFit.CLOSE,
                FieldFit.UNKNOWN));
    assertThat(match.score()).isGreaterThanOrEqualTo(MatchScore.SUGGESTED_FROM);
    assertThat(match.customerName()).isEqualTo("张伟");
  }

  @Test
  void aSharedPhoneOrACommonNameAloneSuggestsNobody() {
    register(somebody("欧阳修远", "13700000102", LocalDate.of(1960, 1, 1)));
    String child = id();
    take(child, "", "欧阳小小", "13700000102", "1999-09-09", "");
    assertThat(openFor(of(child))).isEmpty();
    String namesake = id();
    take(namesake, "", "欧阳修远", "13999990102", "1985-07-21", "");
    assertThat(openFor(of(namesake))).isEmpty();
  }

  @Test
  void mergedTheyAreOneAndPartedTheyAreTwoAgain() {
    CustomerView known = register(somebody("司马青", "13700000103", LocalDate.of(1973, 3, 3)));
    String id = id();
    take(id, "", "Sima Qing", "13700000103", "1973-03-03", "");
    UUID stray = of(id);
    MatchView match = openFor(stray).get(0);

    CustomerView merged = merge(match.customerId(), match.otherId());

    assertThat(merged.id()).isEqualTo(known.id());
    assertThat(merged.version()).isGreaterThan(known.version());
    assertThat(merged.identities()).extracting(IdentityView::externalId).contains(id);
    assertThat(merged.merged()).extracting(MergedView::id).containsExactly(stray);
    assertThat(view(stray).mergedInto().id()).isEqualTo(known.id());
    assertThat(of(id)).as("the app's id leads to who he is").isEqualTo(known.id());
    assertThat(openFor(stray)).isEmpty();
    assertThat(records(known))
        .as("his business stands under both")
        .containsExactly(known.id(), stray);
    assertThat(allRecords(stray, known.id(), UNKNOWN))
        .as("whichever of them is named")
        .isEqualTo(
            Map.of(
                stray,
                Set.of(known.id(), stray),
                known.id(),
                Set.of(known.id(), stray),
                UNKNOWN,
                Set.of(UNKNOWN)));
    assertThat(pointsTo(stray, known)).isTrue();
    assertThat(sameAs(known)).containsExactly("customer:" + stray);

    CustomerView alone =
        as(
            tools ->
                tools.matching().unmerge(new UnmergeCustomer(stray, view(stray).version(), "两个人")));

    assertThat(alone.mergedInto()).isNull();
    assertThat(alone.identities()).extracting(IdentityView::externalId).containsExactly(id);
    assertThat(view(known.id()).identities()).isEmpty();
    assertThat(view(known.id()).merged()).isEmpty();
    assertThat(of(id)).isEqualTo(stray);
    assertThat(openFor(stray)).hasSize(1);
    assertThat(told).contains(new CustomerUnmerged(stray, known.id(), "两个人"));
    assertThat(records(known)).containsExactly(known.id());
    assertThat(allRecords(stray, known.id()))
        .isEqualTo(Map.of(stray, Set.of(stray), known.id(), Set.of(known.id())));
    assertThat(pointsTo(stray, known)).isFalse();
    assertThat(sameAs(known)).isEmpty();
    List<?> undone =
        as(
            tools ->
                tools
                    .em()
                    .createNativeQuery(
                        "select undone from accounts.customer_merge where customer_id = :id"
                            + " order by decided_at, id",
                        Boolean.class)
                    .setParameter("id", stray)
                    .getResultList());
    assertThat(undone.toString()).isEqualTo("[false, true]");
    refused(
        "customer.not-merged",
        () ->
            as(
                tools ->
                    tools
                        .matching()
                        .unmerge(new UnmergeCustomer(stray, view(stray).version(), "again"))));
  }

  @Test
  void onlyAnUnverifiedCustomerIsMergedAndNeverInAChain() {
    CustomerView one = register(somebody("诸葛一", "13700000104", LocalDate.of(1974, 4, 4)));
    CustomerView two = register(somebody("诸葛二", "13700000105", LocalDate.of(1975, 5, 5)));
    String firstId = id();
    String secondId = id();
    take(firstId, "", "甲", "", "", "");
    take(secondId, "", "乙", "", "", "");
    UUID first = of(firstId);
    UUID second = of(secondId);
    refused("customer.merge-unfit", () -> merge(one.id(), two.id()));
    refused("customer.merge-unfit", () -> merge(first, first));
    merge(first, one.id());
    refused("customer.merge-unfit", () -> merge(first, two.id()));
    refused("customer.merge-unfit", () -> merge(second, first));
    refused(
        "version.moved",
        () -> as(tools -> tools.matching().merge(new MergeCustomers(second, 99, one.id(), "x"))));
  }

  @Test
  void whoHasAnotherRecordUnderHimIsToldWhichOneStandsInTheWayOfHisMerge() {
    String first = id();
    String second = id();
    take(first, "", "轩辕敬", "13700000116", "1984-02-14", "");
    take(second, "", "軒轅敬", "13700000116", "1984-02-14", "");
    UUID one = of(first);
    UUID other = of(second);
    merge(other, one);
    CustomerView now = register(somebody("轩辕敬", "13700000116", LocalDate.of(1984, 2, 14)));
    assertThat(openFor(one)).extracting(MatchView::otherId).containsExactly(now.id());

    assertThatThrownBy(() -> merge(one, now.id()))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.code()).isEqualTo("customer.merge-others-first");
              assertThat(e.args())
                  .containsExactly(view(one).number(), now.number(), view(other).number());
            });

    as(tools -> tools.matching().unmerge(new UnmergeCustomer(other, view(other).version(), "先分开")));
    merge(one, now.id());
    assertThat(merge(other, now.id()).merged())
        .extracting(MergedView::id)
        .containsExactlyInAnyOrder(one, other);
  }

  @Test
  void whatWasSuggestedIsSettledByAMergeTheOtherWayRoundAndOpenAgainWhenItIsUndone() {
    String first = id();
    String second = id();
    String third = id();
    for (String each : List.of(first, second, third)) {
      take(each, "", "澹台明", "13700000117", "1985-03-15", "");
    }
    UUID one = of(first);
    UUID two = of(second);
    UUID three = of(third);
    assertThat(openFor(two)).extracting(MatchView::otherId).containsExactly(one);
    assertThat(openFor(three)).extracting(MatchView::otherId).containsExactlyInAnyOrder(one, two);

    merge(one, two);

    assertThat(openFor(two)).isEmpty();
    assertThat(openFor(three)).extracting(MatchView::otherId).containsExactly(two);

    as(tools -> tools.matching().unmerge(new UnmergeCustomer(one, view(one).version(), "两个人")));

    assertThat(openFor(two)).extracting(MatchView::otherId).containsExactly(one);
    assertThat(openFor(three)).extracting(MatchView::otherId).containsExactlyInAnyOrder(one, two);
  }

  @Test
  void nobodyRegistersAResidentIdWhileTheFileOfAnAppBringsIt() {
    String residentId = somebody("闻人一", "", LocalDate.of(1986, 4, 16)).residentId();
    ImportRecord row = row(id(), residentId, "闻人一", "", "", "");
    AdvisoryLock turn = AdvisoryLock.of("accounts.resident", residentId);

    boolean free =
        as(
            tools -> {
              tools.imports().load(List.of(row));
              return TestDatabase.get().inTransaction(turn::tryTake);
            });

    assertThat(free).isFalse();
  }

  @Test
  void recordsThatAreKnownByTwoResidentIdsAreNotMergedWhoeverAsksForIt() {
    LocalDate born = LocalDate.of(1982, 12, 12);
    CustomerView verified = register(somebody("南宫一", "13700000113", born));
    String first = id();
    String second = id();
    String third = id();
    take(first, somebody("南宫二", "", born).residentId(), "南宫二", "", "", "");
    take(second, somebody("南宫三", "", born).residentId(), "南宫三", "", "", "");
    take(third, "", "南宫四", "", "", "");
    refused("customer.merge-other-id", () -> merge(of(first), verified.id()));
    refused("customer.merge-other-id", () -> merge(of(first), of(second)));

    UUID nameless = of(third);
    merge(of(first), nameless);

    refused("customer.merge-other-id", () -> merge(of(second), nameless));
  }

  @Test
  void whoShowsTheIdOfARecordThatWasMergedIntoAnotherPersonIsNotLinkedToThatPerson() {
    RegisterCustomer mistaken = somebody("呼延一", "13700000114", LocalDate.of(1983, 1, 13));
    CustomerView verified = register(somebody("呼延二", "13700000115", LocalDate.of(1983, 1, 13)));
    String first = id();
    String second = id();
    take(first, mistaken.residentId(), "呼延一", "", "", "");
    UUID record = of(first);
    // As it was done before claims were looked at.
    as(
        tools ->
            tools
                .em()
                .createNativeQuery(
                    "update accounts.customer set merged_into = :into where id = :record")
                .setParameter("into", verified.id())
                .setParameter("record", record)
                .executeUpdate());

    take(second, mistaken.residentId(), "呼延一", "", "", "");

    assertThat(of(second)).isNotEqualTo(verified.id()).isNotEqualTo(record);
  }

  @Test
  void whoWasRejectedIsNotSuggestedAgain() {
    register(somebody("端木赐", "13700000106", LocalDate.of(1976, 6, 6)));
    String id = id();
    take(id, "", "端木赐", "13700000106", "", "");
    MatchView match = openFor(of(id)).get(0);
    RejectMatch reject = new RejectMatch(match.id(), match.version(), "同名同号，父子");
    assertThat(as(tools -> tools.matching().reject(reject)).status())
        .isEqualTo(MatchStatus.REJECTED);
    assertThat(openFor(of(id))).isEmpty();
    refused(
        "match.decided",
        () ->
            as(
                tools ->
                    tools
                        .matching()
                        .reject(new RejectMatch(match.id(), match.version() + 1, "again"))));
  }

  @Test
  void whoRegistersIsSuggestedToTheRecordsThatAppsBroughtBefore() {
    String id = id();
    take(id, "", "公孙龙", "13700000107", "1977-07-07", "");
    assertThat(openFor(of(id))).isEmpty();

    CustomerView now = register(somebody("公孙龙", "13700000107", LocalDate.of(1977, 7, 7)));

    assertThat(openFor(of(id))).extracting(MatchView::otherId).containsExactly(now.id());
    assertThat(merge(of(id), now.id()).id()).isEqualTo(now.id());
  }

  @Test
  void whoShowsTheResidentIdThatAnAppKnewIsSuggestedForSure() {
    RegisterCustomer person = somebody("慕容白", "13700000108", LocalDate.of(1978, 8, 8));
    String id = id();
    take(id, person.residentId(), "白某", "", "", "");

    CustomerView now = register(person);

    MatchView match = openFor(of(id)).get(0);
    assertThat(match.otherId()).isEqualTo(now.id());
    assertThat(match.score()).isEqualTo(100);
    assertThat(match.fits().residentId()).isEqualTo(FieldFit.SAME);
  }

  @Test
  void twoAppsThatKnowTheSameResidentIdKnowOneCustomer() {
    String residentId = somebody("宇文化", "13700000109", LocalDate.of(1979, 9, 9)).residentId();
    String first = id();
    String second = id();
    take(first, residentId, "宇文化", "", "", "");
    take(second, residentId, "化某", "", "", "");
    assertThat(of(second)).isEqualTo(of(first));
  }

  @Test
  void recordsOfTwoAppsAreSuggestedToEachOtherOnce() {
    String first = id();
    String second = id();
    take(first, "", "尉迟恭", "13700000110", "1980-10-10", "");
    take(second, "", "尉遲恭", "13700000110", "1980-10-10", "");
    MatchView match = openFor(of(second)).get(0);
    assertThat(match.otherId()).isEqualTo(of(first));
    assertThat(match.otherName()).isEqualTo("尉迟恭");
    assertThat(openFor(of(first))).isEmpty();
    assertThat(merge(of(second), of(first)).id()).isEqualTo(of(first));
  }

  @Test
  void otherResidentIdsAreOtherPersonsHoweverAlikeTheyAre() {
    String first = id();
    String second = id();
    LocalDate born = LocalDate.of(1981, 11, 11);
    take(first, somebody("令狐冲", "", born).residentId(), "令狐冲", "13700000111", "1981-11-11", "");
    take(second, somebody("令狐冲", "", born).residentId(), "令狐冲", "13700000111", "1981-11-11", "");
    assertThat(of(second)).isNotEqualTo(of(first));
    assertThat(openFor(of(second))).isEmpty();
  }

  @Test
  void whoSharesMoreIsLookedAtBeforeTheManyWhoShareTheNameAlone() {
    for (int namesake = 0; namesake < 301; namesake++) {
      register(
          somebody(
              "百里奚",
              String.valueOf(13800200000L + namesake),
              LocalDate.of(1950, 1, 1).plusDays(namesake)));
    }
    CustomerView he = register(somebody("百里奚", "13700000112", LocalDate.of(1990, 12, 12)));
    String id = id();
    take(id, "", "百里奚", "13700000112", "", "");
    assertThat(openFor(of(id)).get(0).otherId()).isEqualTo(he.id());
  }

  @Test
  void whatCannotBeReadIsRejectedWithItsColumn() {
    assertThat(column(take(id(), "11010119900307001X", "", "", "", ""))).isEqualTo("residentId");
    assertThat(column(take(id(), "", "", "12", "", ""))).isEqualTo("phone");
    assertThat(column(take(id(), "", "", "", "1990-02-30", ""))).isEqualTo("birthDate");
    assertThat(column(take("", "", "", "", "", ""))).isEqualTo("externalId");
  }

  private static Object column(ImportOutcome outcome) {
    return outcome.rejects().get(0).args().get(0);
  }

  private ImportOutcome take(
      String id, String residentId, String name, String phone, String birth, String address) {
    ImportRecord row = row(id, residentId, name, phone, birth, address);
    return as(tools -> tools.imports().load(List.of(row)));
  }

  private static ImportRecord row(
      String id, String residentId, String name, String phone, String birth, String address) {
    return new ImportRecord(
        2,
        Map.of(
            "app",
            "MOBILE",
            "externalId",
            id,
            "residentId",
            residentId,
            "name",
            name,
            "phone",
            phone,
            "birthDate",
            birth,
            "address",
            address));
  }

  @Test
  void anAccountOfAMergedRecordIsSeenToByTheBranchOfWhoItHasTurnedOutToBe() {
    CustomerView known = register(somebody("诸葛明", "13700000109", LocalDate.of(1977, 7, 7)));
    String id = id();
    take(id, "", "诸葛明", "13700000109", "1977-07-07", "");
    UUID stray = of(id);
    UUID account = accountUnder(stray, "B0202");
    assertThat(seen(AccountsWorld.OTHER_BRANCH, account).customerId()).isEqualTo(stray);
    isForeign(AccountsWorld.BRANCH, account);

    merge(stray, known.id());

    assertThat(view(known.id()).accounts()).extracting(AccountView::id).contains(account);
    UUID verifieds = accountUnder(known.id(), "B0101");
    assertThat(areOneCustomers(account, verifieds)).isTrue();
    CustomerView nobodys = register(somebody("诸葛亮", "13700000118", LocalDate.of(1977, 7, 8)));
    assertThat(accountsOf(known.id(), stray, nobodys.id()))
        .as("of the customer, of his record, and of one who has none")
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                known.id(),
                Set.of(account, verifieds),
                stray,
                Set.of(account),
                nobodys.id(),
                Set.of()));
    AccountView shown = seen(AccountsWorld.BRANCH, account);
    assertThat(shown.customerId()).as("it stays where it is").isEqualTo(stray);
    assertThat(freeze(AccountsWorld.BRANCH, shown).status()).isEqualTo(AccountStatus.FROZEN);
    assertThat(
            world
                .<CustomerRef>as(AccountsWorld.BRANCH, t -> t.directory().requireUnder(stray))
                .id())
        .isEqualTo(known.id());
    isForeign(AccountsWorld.OTHER_BRANCH, account);

    as(tools -> tools.matching().unmerge(new UnmergeCustomer(stray, view(stray).version(), "两个人")));

    assertThat(seen(AccountsWorld.OTHER_BRANCH, account).status()).isEqualTo(AccountStatus.FROZEN);
    isForeign(AccountsWorld.BRANCH, account);
    assertThat(areOneCustomers(account, verifieds)).isFalse();
  }

  private Map<UUID, Set<UUID>> accountsOf(UUID... customers) {
    Map<UUID, Set<UUID>> found = new HashMap<>();
    as(tools -> new AccountRegister(new Accounts(tools.em())).ofCustomers(List.of(customers)))
        .forEach(
            (customer, his) ->
                found.put(customer, his.stream().map(AccountRef::id).collect(Collectors.toSet())));
    return found;
  }

  private boolean areOneCustomers(UUID account, UUID other) {
    return as(
        tools -> {
          AccountDirectory accounts = new AccountRegister(new Accounts(tools.em()));
          return accounts.ofOneCustomer(
              accounts.find(account).orElseThrow(), accounts.find(other).orElseThrow());
        });
  }

  /** Neither seen nor changed by this branch. */
  private void isForeign(Caller branch, UUID account) {
    AccountView known = seen(AccountsWorld.HEAD_OFFICE, account);
    refused("auth.other-branch", () -> seen(branch, account));
    refused("auth.other-branch", () -> freeze(branch, known));
    refused("auth.other-branch", () -> world.as(branch, t -> t.upgrades().check(account)));
    refused(
        "auth.other-branch",
        () ->
            world.as(
                branch,
                t -> t.accounts().close(new CloseAccount(account, known.version(), "客户申请"))));
  }

  private AccountView seen(Caller caller, UUID account) {
    return world.as(caller, t -> t.accounts().view(account));
  }

  private AccountView freeze(Caller caller, AccountView account) {
    return world.as(
        caller,
        t -> t.accounts().freeze(new FreezeAccount(account.id(), account.version(), "口头挂失")));
  }

  /** An account that an app's record has had since before it was known who he is. */
  private UUID accountUnder(UUID record, String branch) {
    UUID id = Ids.next();
    TestDatabase.get()
        .change("update accounts.customer set home_branch = ? where id = ?", branch, record);
    as(
        tools ->
            tools
                .em()
                .createNativeQuery(
                    "insert into accounts.account (id, version, number, customer_id, type,"
                        + " currency, branch, status, opened_at) values (:id, 0, :number,"
                        + " :customer, 'II', 'CNY', :branch, 'OPEN', now())")
                .setParameter("id", id)
                .setParameter(
                    "number", Long.toString(6_700_000_000_000_000_000L + IDS.incrementAndGet()))
                .setParameter("customer", record)
                .setParameter("branch", branch)
                .executeUpdate());
    return id;
  }

  private CustomerView merge(UUID customer, UUID into) {
    return as(
        tools ->
            tools
                .matching()
                .merge(new MergeCustomers(customer, view(customer).version(), into, "同一人")));
  }

  private List<MatchView> openFor(UUID customer) {
    return as(
        tools ->
            tools
                .matching()
                .list(PageRequest.after(null, 100, null, Map.of("status", "OPEN")))
                .items()
                .stream()
                .filter(match -> match.customerId().equals(customer))
                .toList());
  }

  private UUID of(String id) {
    return world
        .as(AccountsWorld.HEAD_OFFICE, tools -> tools.directory().findByIdentity("MOBILE", id))
        .orElseThrow()
        .id();
  }

  private Set<UUID> records(CustomerView customer) {
    return as(tools -> tools.directory().recordsOf(customer.id()));
  }

  private Map<UUID, Set<UUID>> allRecords(UUID... ids) {
    return as(tools -> tools.directory().allRecordsOf(List.of(ids)));
  }

  private boolean pointsTo(UUID record, CustomerView customer) {
    return as(tools -> tools.directory().holdMerged(record, customer.id()));
  }

  private Set<String> sameAs(CustomerView customer) {
    return as(tools -> tools.relations().sameAs("customer:" + customer.id()));
  }

  private CustomerView register(RegisterCustomer person) {
    return world.as(AccountsWorld.HEAD_OFFICE, tools -> tools.customers().register(person));
  }

  private CustomerView view(UUID customer) {
    return world.as(AccountsWorld.HEAD_OFFICE, tools -> tools.customers().view(customer));
  }

  private static RegisterCustomer somebody(String name, String phone, LocalDate born) {
    RegisterCustomer some = AccountsWorld.somebody(born);
    return new RegisterCustomer(name, some.residentId(), phone, null, "B0101");
  }

  private static String id() {
    return "match-" + UUID.randomUUID() + "-" + IDS.incrementAndGet();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private <T> T as(Function<Tools, T> work) {
    return world.as(
        AccountsWorld.HEAD_OFFICE,
        tools -> {
          EntityManager em = tools.em();
          Customers customers = new Customers(em);
          Identities identities = new Identities(em);
          Claims claims = new Claims(em);
          Matches matches = new Matches(em, claims, AccountsWorld.CLOCK);
          Announcements heard = new Announcements((Consumer<Object>) told::add);
          return work.apply(
              new Tools(
                  em,
                  new MatchingFacade(
                      matches,
                      new Merging(em, customers, matches, heard, AccountsWorld.CLOCK),
                      new CustomerViews(
                          customers, identities, new Accounts(em), AccountsWorld.CLOCK)),
                  new AppCustomersImport(
                      em,
                      new Registration(
                          customers, identities, new Numbers(em), heard, AccountsWorld.CLOCK),
                      customers,
                      identities,
                      claims,
                      matches,
                      AccountsWorld.CLOCK),
                  new RegisterDirectory(customers, identities, null),
                  new CustomerRelations(em)));
        });
  }
}
