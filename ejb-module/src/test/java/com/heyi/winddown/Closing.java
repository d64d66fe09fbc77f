package com.heyi.winddown;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountType;
import com.heyi.accounts.AppKind;
import com.heyi.accounts.CustomersMerged;
import com.heyi.accounts.MergeCustomers;
import com.heyi.accounts.RegisterApp;
import com.heyi.accounts.internal.AccountRegister;
import com.heyi.accounts.internal.Accounts;
import com.heyi.accounts.internal.Announcements;
import com.heyi.accounts.internal.Apps;
import com.heyi.accounts.internal.Claims;
import com.heyi.accounts.internal.Customers;
import com.heyi.accounts.internal.Identities;
import com.heyi.accounts.internal.Matches;
import com.heyi.accounts.internal.Merging;
import com.heyi.accounts.internal.Numbers;
import com.heyi.accounts.internal.RegisterDirectory;
import com.heyi.accounts.internal.RegisterOfApps;
import com.heyi.accounts.internal.Registration;
import com.heyi.complaints.internal.OpenComplaintsAtTheDesk;
import com.heyi.deposits.MovementView;
import com.heyi.deposits.internal.LedgerPayments;
import com.heyi.deposits.internal.Limits;
import com.heyi.deposits.internal.MoneyLedger;
import com.heyi.deposits.internal.PaymentGuards;
import com.heyi.imports.BatchRuns;
import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.imports.ImportRunView;
import com.heyi.imports.ImportStatus;
import com.heyi.mall.OrderView;
import com.heyi.mall.PointsView;
import com.heyi.mall.StatementRow;
import com.heyi.mall.internal.MallPersonalData;
import com.heyi.mall.internal.TestMall;
import com.heyi.mall.internal.TestShop;
import com.heyi.promotions.CouponTakeover;
import com.heyi.promotions.CreateTemplate;
import com.heyi.promotions.Reduction;
import com.heyi.promotions.Validity;
import com.heyi.promotions.internal.CampaignBook;
import com.heyi.promotions.internal.CouponBook;
import com.heyi.promotions.internal.Coupons;
import com.heyi.promotions.internal.CouponsOfOtherApps;
import com.heyi.promotions.internal.Members;
import com.heyi.promotions.internal.Pots;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.privacy.Person;
import com.heyi.shared.privacy.PersonalData;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import com.heyi.winddown.internal.AppBalancesImport;
import com.heyi.winddown.internal.AppCouponsImport;
import com.heyi.winddown.internal.AppMigration;
import com.heyi.winddown.internal.AppOrdersImport;
import com.heyi.winddown.internal.Closings;
import com.heyi.winddown.internal.MergesWaitForMigrations;
import com.heyi.winddown.internal.MigratesACustomer;
import com.heyi.winddown.internal.NamedHoldings;
import com.heyi.winddown.internal.Notices;
import com.heyi.winddown.internal.Plans;
import com.heyi.winddown.internal.WindDownPersonalData;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two apps of which one ends, over the real register, ledgers and database. */
final class Closing {
  static final LocalDate ANNOUNCED = LocalDate.of(2026, 3, 2);
  private static final AtomicLong NUMBERS = new AtomicLong(6_400_000_000_000_000_000L);

  final String app;
  final String into;
  private final Map<UUID, List<String>> batches = new HashMap<>();
  private final List<String[]> handedOver = new ArrayList<>();
  private final Set<String> thingsOf = new HashSet<>();
  private final Set<String> orders = new HashSet<>();
  private Points orderPoints = Points.ZERO;
  private Money orderMoney = Money.zero(Money.CNY);
  private long coupons;
  private Locale locale;
  private ImportStatus batchStatus = ImportStatus.FINISHED;
  private final long before;
  private LocalDateTime now = ANNOUNCED.atTime(12, 0);
  private UnaryOperator<List<AccountRef>> afterTheAccountsAreRead = UnaryOperator.identity();

  /** Everything on one transaction. */
  record Tools(
      EntityManager em,
      WindDownFacade facade,
      ImportHandler balances,
      ImportHandler orders,
      ImportHandler coupons,
      CouponTakeover takenCoupons,
      ImportHandler migration,
      RegisterOfApps apps,
      RegisterDirectory directory,
      LedgerPayments payments,
      MoneyLedger ledger,
      Merging merging) {}

  Closing() {
    String serial = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    app = "OLD_" + serial;
    into = "NEW_" + serial;
    before = as(tools -> TestMall.breaches(tools.em(), clock()));
    as(
        tools -> {
          Apps apps = new Apps(tools.em());
          List.of(app, into)
              .forEach(
                  code ->
                      apps.add(
                          new RegisterApp(
                              code, AppKind.APP, "甲", "甲", "A", "零售业务部", List.of("POINTS"))));
          return null;
        });
  }

  void todayIs(LocalDate day) {
    nowIs(day.atTime(12, 0));
  }

  /** Date and time at the bank. */
  void nowIs(LocalDateTime time) {
    now = time;
  }

  void batchIs(ImportStatus status) {
    batchStatus = status;
  }

  /** What happens right after a migration has read a customer's accounts, and what it read. */
  void afterTheAccountsAreRead(UnaryOperator<List<AccountRef>> then) {
    afterTheAccountsAreRead = then;
  }

  /** A customer whom the app knows by this id. */
  UUID customer(String externalId) {
    return as(tools -> tools.directory().admit(app, externalId)).id();
  }

  /** The record points to the other customer from now on. */
  void merge(UUID record, UUID into) {
    as(
        tools -> {
          long version =
              ((Number)
                      tools
                          .em()
                          .createNativeQuery("select version from accounts.customer where id = :id")
                          .setParameter("id", record)
                          .getSingleResult())
                  .longValue();
          return tools.merging().merge(new MergeCustomers(record, version, into, "同一人"));
        });
  }

  UUID account(UUID customer, AccountType type) {
    UUID id = Ids.next();
    as(
        tools ->
            tools
                .em()
                .createNativeQuery(
                    "insert into accounts.account (id, version, number, customer_id, type,"
                        + " currency, branch, status, opened_at) values (:id, 0, :number,"
                        + " :customer, :type, 'CNY', 'B0101', 'OPEN', now())")
                .setParameter("id", id)
                .setParameter("number", Long.toString(NUMBERS.incrementAndGet()))
                .setParameter("customer", customer)
                .setParameter("type", type.name())
                .executeUpdate());
    return id;
  }

  PlanView announce() {
    return does(
        facade ->
            facade.announce(
                new AnnounceClosing(
                    app,
                    into,
                    ANNOUNCED.plusDays(30),
                    ANNOUNCED.plusDays(40),
                    ANNOUNCED.plusDays(90),
                    "功能并入")));
  }

  PlanView frozen() {
    PlanView plan = announce();
    todayIs(ANNOUNCED.plusDays(30));
    return does(facade -> facade.freeze(new FreezeApp(plan.id(), plan.version(), "到期")));
  }

  /** Starts the migration on its day, stating what was handed over; the batch does not run yet. */
  PlanView migrating(PlanView frozen) {
    return migrating(frozen, control());
  }

  PlanView migrating(PlanView frozen, ControlTotals control) {
    if (now.toLocalDate().isBefore(ANNOUNCED.plusDays(40))) {
      todayIs(ANNOUNCED.plusDays(40));
    }
    return does(
        facade -> facade.migrate(new MigrateApp(frozen.id(), frozen.version(), "到期", control)));
  }

  /** What the app has handed over, summed from the rows that it sent. */
  ControlTotals control() {
    Points points = Points.ZERO;
    Money money = Money.zero(Money.CNY);
    Set<String> ids = new HashSet<>(thingsOf);
    for (String[] row : handedOver) {
      ids.add(row[0]);
      if (row[1].equals("POINTS")) {
        points = points.plus(Points.of(Long.parseLong(row[2])));
      } else {
        money = money.plus(Money.cny(row[2]));
      }
    }
    return new ControlTotals(
        points.plus(orderPoints),
        money.plus(orderMoney),
        (long) ids.size(),
        (long) orders.size(),
        coupons);
  }

  /** Works off the whole list of the batch in one slice. */
  ImportOutcome runBatch(PlanView plan) {
    List<List<ImportRecord>> groups = batch(plan);
    return as(tools -> tools.migration().loadAll(groups));
  }

  /** Where a customer stands in the list of a batch. */
  static int placeOf(List<List<ImportRecord>> batch, UUID customer) {
    return IntStream.range(0, batch.size())
        .filter(i -> batch.get(i).get(0).get("customer").equals(customer.toString()))
        .findFirst()
        .orElseThrow();
  }

  List<List<ImportRecord>> batch(PlanView plan) {
    List<String> lines = batches.get(plan.run().id());
    List<List<ImportRecord>> groups = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",");
      groups.add(List.of(new ImportRecord(i + 1, Map.of("plan", cells[0], "customer", cells[1]))));
    }
    return groups;
  }

  /** Hands over balances; each is id, kind, amount and last day. */
  ImportOutcome handOver(String[]... balances) {
    return handOverFrom(app, balances);
  }

  ImportOutcome handOverFrom(String from, String[]... balances) {
    return handOver(Ids.next(), from, balances);
  }

  /** Hands over balances as a slice of this run. */
  ImportOutcome handOver(UUID run, String from, String[]... balances) {
    List<List<ImportRecord>> groups = new ArrayList<>();
    for (int i = 0; i < balances.length; i++) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("app", from);
      values.put("externalId", balances[i][0]);
      values.put("kind", balances[i][1]);
      values.put("amount", balances[i][2]);
      values.put("expiresOn", balances[i].length > 3 ? balances[i][3] : "");
      groups.add(List.of(new ImportRecord(i + 2, values)));
    }
    ImportOutcome outcome = as(tools -> tools.balances().loadAll(run, groups));
    if (outcome.loaded() == balances.length) {
      handedOver.addAll(List.of(balances));
    }
    return outcome;
  }

  /** Hands over lines of orders: id, number, sku, pieces, points, money, last day of the points. */
  ImportOutcome handOverOrders(String[]... lines) {
    ImportOutcome outcome =
        as(tools -> tools.orders().loadAll(groups(tools.orders().columns(), lines)));
    if (outcome.loaded() == lines.length) {
      for (String[] line : lines) {
        thingsOf.add(line[0]);
        orders.add(line[1]);
        orderPoints = orderPoints.plus(Points.of(Long.parseLong(line[4])));
        orderMoney = orderMoney.plus(Money.cny(line[5]));
      }
    }
    return outcome;
  }

  /** Hands over coupons: id, code, kind here, last day. */
  ImportOutcome handOverCoupons(String[]... rows) {
    ImportOutcome outcome =
        as(tools -> tools.coupons().loadAll(groups(tools.coupons().columns(), rows)));
    if (outcome.loaded() == rows.length) {
      for (String[] row : rows) {
        thingsOf.add(row[0]);
        coupons++;
      }
    }
    return outcome;
  }

  private List<List<ImportRecord>> groups(List<String> columns, String[]... rows) {
    List<List<ImportRecord>> groups = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put(columns.get(0), app);
      for (int column = 1; column < columns.size(); column++) {
        values.put(columns.get(column), rows[i].length >= column ? rows[i][column - 1] : "");
      }
      groups.add(List.of(new ImportRecord(i + 2, values)));
    }
    return groups;
  }

  /** An item on sale in the mall here. */
  String item(long price, long stock) {
    return as(tools -> shop(tools.em()).item("W" + serial(), price, stock)).sku();
  }

  /** Grants a customer points here. */
  void grant(UUID customer, long points) {
    as(
        tools -> {
          shop(tools.em()).grant(customer, points);
          return null;
        });
  }

  /** The orders of a customer here. */
  OrderView order(UUID order) {
    return as(tools -> shop(tools.em()).order(order));
  }

  OrderView cancel(UUID order) {
    return as(tools -> shop(tools.em()).cancel(order));
  }

  /** Erases a migrated customer from the mall and from what is kept of his app. */
  void erase(UUID customer) {
    as(
        tools -> {
          UUID erasure = Ids.next();
          tools
              .em()
              .createNativeQuery(
                  "insert into privacy.erasure (id, customer_id, reason, erased_by, erased_at)"
                      + " values (:id, :customer, 'x', 'x', now())")
              .setParameter("id", erasure)
              .setParameter("customer", customer)
              .executeUpdate();
          Person person = new Person(customer, Set.of());
          for (PersonalData holder :
              List.of(
                  new MallPersonalData(tools.em(), clock()),
                  new WindDownPersonalData(tools.em(), new Plans(tools.em()), tools.apps()))) {
            holder.erase(new PersonalData.Erasure(erasure, person, 0));
            assertThat(holder.remaining(person)).as(holder.holder()).isZero();
          }
          return null;
        });
  }

  private TestShop shop(EntityManager em) {
    return new TestShop(
        em,
        clock(),
        TestShop.everybody(),
        List.of(),
        new TestShop.Hearers(event -> {}, event -> {}, event -> {}));
  }

  /** A kind of coupon, perhaps with a total. */
  String kindOfCoupon(Long total) {
    String code = "W" + serial();
    as(
        tools -> {
          return coupons(tools.em(), tools.directory())
              .define(
                  new CreateTemplate(
                      code,
                      "旧商城优惠券",
                      Reduction.POINTS,
                      30,
                      null,
                      Points.ZERO,
                      Validity.DAYS_AFTER_ISSUE,
                      null,
                      null,
                      10,
                      null,
                      List.of(),
                      List.of(),
                      1,
                      total,
                      false,
                      code,
                      100,
                      7));
        });
    return code;
  }

  private static String serial() {
    return UUID.randomUUID().toString().substring(0, 8).toUpperCase();
  }

  private Coupons coupons(EntityManager em, RegisterDirectory directory) {
    Clock clock = clock();
    return new Coupons(
        new CouponBook(em),
        new CampaignBook(em),
        new Pots(em, clock),
        new Members(em, clock),
        directory,
        null,
        TestShop.baskets(em, clock, customer -> Optional.empty()),
        clock);
  }

  PlanView view(PlanView plan) {
    return does(facade -> facade.view(plan.id()));
  }

  ProofView proof(PlanView plan, UUID customer) {
    return does(facade -> facade.proofsOf(customer)).stream()
        .filter(proof -> proof.planId().equals(plan.id()))
        .findFirst()
        .orElseThrow();
  }

  PointsView points(UUID customer) {
    return as(tools -> TestMall.points(tools.em(), clock(), customer));
  }

  /** Why each entry of a customer's points and of his account was made, as he reads it. */
  List<String> statement(Locale language, UUID customer, UUID account) {
    Locale before = locale;
    locale = language;
    try {
      return as(
          tools ->
              Stream.concat(
                      TestMall.statement(tools.em(), clock(), customer).stream()
                          .map(StatementRow::reason),
                      tools.ledger().statement(account, PageRequest.first(50)).items().stream()
                          .map(MovementView::memo))
                  .toList());
    } finally {
      locale = before;
    }
  }

  Money balance(UUID account) {
    return as(tools -> tools.payments().balances(List.of(account)).get(account));
  }

  /** How many rows break the mall's books more than before; other tests break some on purpose. */
  long breaches() {
    return as(tools -> TestMall.breaches(tools.em(), clock())) - before;
  }

  <T> T does(Function<WindDownFacade, T> call) {
    return as(tools -> call.apply(tools.facade()));
  }

  <T> T as(Function<Tools, T> work) {
    try {
      return CallContext.callAs(
          caller(), () -> TestDatabase.get().inTransaction(em -> work.apply(tools(em))));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Caller caller() {
    return new Caller(
        "admin.li",
        "李",
        Set.of(Role.HEAD_OFFICE_ADMIN),
        null,
        "10.0.0.1",
        "r-1",
        Channel.REST,
        null,
        locale);
  }

  private Clock clock() {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    return Clock.fixed(now.atZone(zone).toInstant(), zone);
  }

  private Tools tools(EntityManager em) {
    Clock clock = clock();
    Customers customers = new Customers(em);
    Identities identities = new Identities(em);
    Announcements announcements = new Announcements((Consumer<Object>) event -> {});
    Registration registration =
        new Registration(customers, identities, new Numbers(em), announcements, clock);
    RegisterDirectory directory = new RegisterDirectory(customers, identities, registration);
    AccountRegister accounts = new AccountRegister(new Accounts(em));
    RegisterOfApps apps =
        new RegisterOfApps(new Apps(em), identities, customers, announcements, clock);
    Limits limits = new Limits(em, clock);
    MoneyLedger ledger = new MoneyLedger(em, accounts, limits, new PaymentGuards(List.of()), clock);
    LedgerPayments payments = new LedgerPayments(ledger, accounts, limits);
    Plans plans = new Plans(em);
    Notices notices = new Notices(em, clock);
    NamedHoldings named = new NamedHoldings(plans, apps);
    CouponTakeover takenCoupons =
        new CouponsOfOtherApps(new CouponBook(em), coupons(em, directory), clock);
    Closings closings =
        new Closings(
            plans,
            notices,
            apps,
            directory,
            TestMall.takeover(em, clock),
            new OpenComplaintsAtTheDesk(em),
            new Batches(),
            clock);
    return new Tools(
        em,
        new WindDownFacade(closings, notices, directory),
        new AppBalancesImport(plans, apps, clock),
        new AppOrdersImport(named, clock),
        new AppCouponsImport(named, takenCoupons, clock),
        takenCoupons,
        new AppMigration(
            plans,
            apps,
            new MigratesACustomer(
                plans,
                apps,
                directory,
                readThen(accounts),
                TestMall.takeover(em, clock),
                takenCoupons,
                payments,
                clock)),
        apps,
        directory,
        payments,
        ledger,
        merging(em, customers, plans, apps, clock));
  }

  private static Merging merging(
      EntityManager em, Customers customers, Plans plans, RegisterOfApps apps, Clock clock) {
    MergesWaitForMigrations waits = new MergesWaitForMigrations(plans, apps);
    Announcements announcements =
        new Announcements(
            (Consumer<Object>)
                event -> {
                  if (event instanceof CustomersMerged merged) {
                    waits.on(merged);
                  }
                });
    return new Merging(em, customers, new Matches(em, new Claims(em), clock), announcements, clock);
  }

  private AccountDirectory readThen(AccountDirectory accounts) {
    return new AccountDirectory() {
      @Override
      public Optional<AccountRef> find(UUID accountId) {
        return accounts.find(accountId);
      }

      @Override
      public List<AccountRef> ofCustomer(UUID customerId) {
        return accounts.ofCustomer(customerId);
      }

      @Override
      public Map<UUID, List<AccountRef>> ofCustomers(Collection<UUID> customerIds) {
        Map<UUID, List<AccountRef>> read = accounts.ofCustomers(customerIds);
        read.replaceAll((customer, his) -> afterTheAccountsAreRead.apply(his));
        return read;
      }

      @Override
      public Optional<AccountRef> findByNumber(String number) {
        return accounts.findByNumber(number);
      }
    };
  }

  /** Keeps the lists; the test works them off. */
  private final class Batches implements BatchRuns {
    @Override
    public ImportRunView queue(String kind, String name, Iterator<String> lines) {
      UUID id = Ids.next();
      List<String> all = new ArrayList<>();
      lines.forEachRemaining(all::add);
      batches.put(id, all);
      return view(id);
    }

    @Override
    public ImportRunView view(UUID run) {
      return new ImportRunView(
          run,
          "app-migration",
          "",
          "",
          batchStatus,
          "admin.li",
          Instant.EPOCH,
          null,
          null,
          0,
          0,
          0,
          0,
          0,
          0,
          null,
          null,
          0);
    }

    @Override
    public List<ImportRunView> active(String kind) {
      throw new UnsupportedOperationException();
    }
  }
}
