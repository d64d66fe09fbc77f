package com.heyi.relationship;

import com.heyi.accounts.AccountType;
import com.heyi.accounts.CustomerBase;
import com.heyi.accounts.CustomerUnmerged;
import com.heyi.accounts.CustomersMerged;
import com.heyi.accounts.MergeCustomers;
import com.heyi.accounts.UnmergeCustomer;
import com.heyi.accounts.internal.AccountRegister;
import com.heyi.accounts.internal.Accounts;
import com.heyi.accounts.internal.Announcements;
import com.heyi.accounts.internal.Claims;
import com.heyi.accounts.internal.Customers;
import com.heyi.accounts.internal.Identities;
import com.heyi.accounts.internal.Matches;
import com.heyi.accounts.internal.Merging;
import com.heyi.accounts.internal.Numbers;
import com.heyi.accounts.internal.RegisterDirectory;
import com.heyi.accounts.internal.RegisterInSlices;
import com.heyi.accounts.internal.Registration;
import com.heyi.deposits.BookMovement;
import com.heyi.deposits.MovementKind;
import com.heyi.deposits.MovementView;
import com.heyi.deposits.ReverseMovement;
import com.heyi.deposits.internal.ActivityInTheLedger;
import com.heyi.deposits.internal.Limits;
import com.heyi.deposits.internal.MoneyLedger;
import com.heyi.deposits.internal.PaymentGuards;
import com.heyi.imports.BatchRuns;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.imports.ImportRunView;
import com.heyi.imports.ImportStatus;
import com.heyi.mall.CustomerTiers;
import com.heyi.mall.GrantKind;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.internal.TestMall;
import com.heyi.relationship.internal.ActivityMonths;
import com.heyi.relationship.internal.AlertBook;
import com.heyi.relationship.internal.Alerts;
import com.heyi.relationship.internal.CareOfMergedRecords;
import com.heyi.relationship.internal.Caring;
import com.heyi.relationship.internal.Evaluations;
import com.heyi.relationship.internal.FlowThresholds;
import com.heyi.relationship.internal.FollowUpBook;
import com.heyi.relationship.internal.FollowUps;
import com.heyi.relationship.internal.Funnel;
import com.heyi.relationship.internal.Gathering;
import com.heyi.relationship.internal.Lifecycles;
import com.heyi.relationship.internal.Managers;
import com.heyi.relationship.internal.Placing;
import com.heyi.relationship.internal.Reasons;
import com.heyi.relationship.internal.RuleBook;
import com.heyi.relationship.internal.Standings;
import com.heyi.relationship.internal.StandingsOfMergedRecords;
import com.heyi.relationship.internal.TestAlerts;
import com.heyi.relationship.internal.TierEvaluation;
import com.heyi.relationship.internal.TiersToday;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditSink;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Customers with their money, points and orders, over the real register, ledgers and database. */
final class Clientele {
  /** The last microsecond of a day. */
  static final LocalTime LAST_MOMENT = LocalTime.MIDNIGHT.minusNanos(1000);

  static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  static final int RISE_DAYS = 14;
  static final int ALERT_DAYS = 1;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final AtomicLong NUMBERS = new AtomicLong(6_500_000_000_000_000_000L);

  final List<AuditEvent> trail = new CopyOnWriteArrayList<>();
  final List<List<String>> queued = new ArrayList<>();
  private Instant now = DAY.atTime(12, 0).atZone(ZONE).toInstant();
  private Caller caller = caller("operator.wang", Role.OPERATOR);
  private ImportStatus batchStatus = ImportStatus.FINISHED;
  private final String app = "MOBILE";
  private final Map<String, Set<Role>> accounts = new HashMap<>();

  /** Everything on one transaction. */
  record Tools(
      EntityManager em,
      TiersFacade tiers,
      ManagersFacade managers,
      AlertsFacade alerts,
      FollowUpsFacade followUps,
      RetentionFacade retention,
      Alerts looking,
      TierEvaluation evaluation,
      Evaluations evaluations,
      CustomerTiers directory,
      RegisterDirectory customers,
      MoneyLedger ledger,
      Merging merging) {}

  void nowIs(LocalDate day, LocalTime time) {
    now = day.atTime(time).atZone(ZONE).toInstant();
  }

  void todayIs(LocalDate day) {
    nowIs(day, LocalTime.NOON);
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, ZONE);
  }

  /** Whoever calls from now on; an operator. */
  void iAm(String account) {
    caller = caller(account, Role.OPERATOR);
  }

  /** The system of a branch. */
  void iAmBranch(String branch) {
    caller = of(branch, Set.of(Role.BRANCH), Channel.SOAP);
  }

  /** Somebody of a branch who is an operator too. */
  void iAmOperatorOf(String branch) {
    caller = of(branch, Set.of(Role.BRANCH, Role.OPERATOR), Channel.REST);
  }

  private static Caller of(String branch, Set<Role> roles, Channel channel) {
    String account = "branch-" + branch.toLowerCase(Locale.ROOT);
    return new Caller(account, branch, roles, branch, "10.0.0.1", "r-1", channel, null, null);
  }

  /** Gives a customer a home branch. */
  void livesAt(UUID customer, String branch) {
    TestDatabase.get()
        .change("update accounts.customer set home_branch = ? where id = ?", branch, customer);
  }

  /** What an erasure does to the register and to who looks after him. */
  static void erase(Tools tools, UUID customer) {
    tools
        .em()
        .createNativeQuery(
            "update accounts.customer set identity_status = 'ERASED', phone = null,"
                + " address = null, number = 'E' || substr(number, 2) where id = :id")
        .setParameter("id", customer)
        .executeUpdate();
    tools
        .em()
        .createNativeQuery("delete from relationship.care where customer_id = :id")
        .setParameter("id", customer)
        .executeUpdate();
  }

  /** What the realm knows of an account from now on; of every other one, that it is an operator. */
  void holds(String account, Role... roles) {
    accounts.put(account, Set.of(roles));
  }

  void iAmAdmin() {
    caller = caller("admin.li", Role.HEAD_OFFICE_ADMIN);
  }

  /** A new manager; the caller is an administrator then. */
  String manager(String name) {
    String account = "manager." + UUID.randomUUID().toString().substring(0, 8);
    iAmAdmin();
    as(tools -> tools.managers().set(new SetManager(account, null, name, true, null, null, null)));
    return account;
  }

  /** Looks at all that was booked since, as the run of every minute does. */
  void look() {
    while (as(tools -> lookingAt(tools)) > 0) {
      // Until nothing waits.
    }
  }

  static int lookingAt(Tools tools) {
    return TestAlerts.look(tools.looking());
  }

  static void pay(Tools tools, UUID account, MovementKind kind, String amount) {
    tools.ledger().book(new BookMovement(account, kind, Money.cny(amount), null, null));
  }

  void batchIs(ImportStatus status) {
    batchStatus = status;
  }

  UUID customer() {
    return as(tools -> tools.customers().admit(app, "rel-" + UUID.randomUUID())).id();
  }

  String number(UUID customer) {
    return as(tools -> tools.customers().find(customer)).orElseThrow().number();
  }

  /** Two records turn out to be one customer. */
  void merge(UUID record, UUID into) {
    as(tools -> merge(tools, record, into));
  }

  static Object merge(Tools tools, UUID record, UUID into) {
    return tools.merging().merge(new MergeCustomers(record, version(tools, record), into, "同一人"));
  }

  /** They do not. */
  void part(UUID record) {
    as(
        tools ->
            tools.merging().unmerge(new UnmergeCustomer(record, version(tools, record), "并非同一人")));
  }

  private static long version(Tools tools, UUID customer) {
    return ((Number)
            tools
                .em()
                .createNativeQuery("select version from accounts.customer where id = :id")
                .setParameter("id", customer)
                .getSingleResult())
        .longValue();
  }

  /** Moves money between two accounts of the bank. */
  void transfer(UUID from, UUID to, String amount) {
    as(
        tools ->
            tools
                .ledger()
                .book(
                    new BookMovement(
                        from, MovementKind.TRANSFER, Money.cny(amount), number(tools, to), null)));
  }

  private static String number(Tools tools, UUID account) {
    return (String)
        tools
            .em()
            .createNativeQuery("select number from accounts.account where id = :id")
            .setParameter("id", account)
            .getSingleResult();
  }

  UUID account(UUID customer) {
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
                .setParameter("type", AccountType.I.name())
                .executeUpdate());
    return id;
  }

  MovementView pay(UUID account, MovementKind kind, String amount) {
    String other = kind.namesCounterparty() ? "某银行" : null;
    return as(
        tools ->
            tools.ledger().book(new BookMovement(account, kind, Money.cny(amount), other, null)));
  }

  void takeBack(UUID account, MovementView movement) {
    as(tools -> tools.ledger().reverse(new ReverseMovement(account, movement.movementId(), "记错了")));
  }

  void grant(UUID customer, long points, LocalDate activatesOn) {
    as(
        tools -> {
          TestMall.grant(
              tools.em(),
              clock(),
              new GrantPoints(
                  customer,
                  Points.of(points),
                  "消费",
                  null,
                  GrantKind.STANDARD,
                  null,
                  activatesOn,
                  null));
          return null;
        });
  }

  /** Places these customers for today, as one slice of the batch does. */
  ImportOutcome place(UUID... customers) {
    return placeFor(today(), customers);
  }

  ImportOutcome placeFor(LocalDate day, UUID... customers) {
    List<List<ImportRecord>> groups = slice(day, customers);
    return as(tools -> tools.evaluation().loadAll(groups));
  }

  static List<List<ImportRecord>> slice(LocalDate day, UUID... customers) {
    List<List<ImportRecord>> groups = new ArrayList<>();
    for (UUID customer : customers) {
      groups.add(
          List.of(
              new ImportRecord(
                  groups.size() + 2L,
                  Map.of("day", day.toString(), "customer", customer.toString()))));
    }
    return groups;
  }

  StandingView standing(UUID customer) {
    return as(tools -> tools.tiers().standing(customer));
  }

  /** The customer's tier as other modules see it now. */
  String tier(UUID customer) {
    return as(tools -> tools.directory().tierOf(customer)).orElse("-");
  }

  <T> T as(Function<Tools, T> work) {
    return as(caller, work);
  }

  /** Works as an operator, whoever else calls at the same time. */
  <T> T asUser(String account, Function<Tools, T> work) {
    return as(caller(account, Role.OPERATOR), work);
  }

  private <T> T as(Caller who, Function<Tools, T> work) {
    try {
      return CallContext.callAs(
          who, () -> TestDatabase.get().inTransaction(em -> work.apply(tools(em))));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Caller caller(String account, Role role) {
    return new Caller(
        account, "王", Set.of(role), null, "10.0.0.1", "r-1", Channel.REST, null, null);
  }

  private Clock clock() {
    return Clock.fixed(now, ZONE);
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
    RegisterInSlices base = new RegisterInSlices(em, clock);
    RuleBook rules = new RuleBook(em, clock);
    Standings standings = new Standings(em);
    Gathering gathering =
        new Gathering(base, new ActivityInTheLedger(em), TestMall.activity(em, clock));
    Evaluations evaluations = new Evaluations(em, base, standings, rules, new Batches(), clock);
    Placing placing = new Placing(rules, standings, gathering, base, directory, clock);
    TiersToday tiersToday = new TiersToday(standings, clock);
    Managers managers = new Managers(em);
    AlertBook book = new AlertBook(em);
    FlowThresholds thresholds = new FlowThresholds(em, rules, clock);
    FollowUpBook followUps = new FollowUpBook(em);
    Reasons reasons = new Reasons(followUps, managers, clock, RISE_DAYS, ALERT_DAYS);
    Alerts alerts =
        new Alerts(book, thresholds, managers, base, directory, tiersToday, reasons, sink(), clock);
    MoneyLedger ledger =
        new MoneyLedger(em, accounts, new Limits(em, clock), new PaymentGuards(List.of()), clock)
            .telling(movement -> alerts.booked(movement));
    Lifecycles lifecycles = new Lifecycles(em, clock);
    return new Tools(
        em,
        new TiersFacade(rules, placing, evaluations),
        new ManagersFacade(
            new Caring(managers, book, directory, base, standings, this::rolesOf, clock)),
        new AlertsFacade(alerts, thresholds),
        new FollowUpsFacade(new FollowUps(followUps, book, managers, directory, clock)),
        new RetentionFacade(new Funnel(em, lifecycles, directory, clock), lifecycles),
        alerts,
        new TierEvaluation(
            rules, standings, gathering, base, new ActivityMonths(em), reasons, sink(), clock),
        evaluations,
        tiersToday,
        directory,
        ledger,
        new Merging(
            em,
            customers,
            new Matches(em, new Claims(em), clock),
            new Announcements(
                (Consumer<Object>) event -> hear(event, managers, standings, base, clock)),
            clock));
  }

  private Set<Role> rolesOf(String account) {
    return accounts.getOrDefault(account, Set.of(Role.OPERATOR));
  }

  private static void hear(
      Object event, Managers managers, Standings standings, CustomerBase base, Clock clock) {
    CareOfMergedRecords care = new CareOfMergedRecords(managers, base, clock);
    StandingsOfMergedRecords tiers = new StandingsOfMergedRecords(standings);
    if (event instanceof CustomersMerged merged) {
      care.merged(merged);
      tiers.merged(merged);
    } else if (event instanceof CustomerUnmerged parted) {
      care.parted(parted);
      tiers.parted(parted);
    }
  }

  private AuditSink sink() {
    return new AuditSink() {
      @Override
      public void record(AuditEvent event) {
        trail.add(event);
      }

      @Override
      public void recordApart(AuditEvent event) {
        throw new AssertionError("a row stands or falls with what it tells");
      }
    };
  }

  /** Keeps the lists that a batch would work off. */
  private final class Batches implements BatchRuns {
    @Override
    public ImportRunView queue(String kind, String name, Iterator<String> lines) {
      List<String> all = new ArrayList<>();
      lines.forEachRemaining(all::add);
      queued.add(all);
      return view(Ids.next());
    }

    @Override
    public ImportRunView view(UUID run) {
      return new ImportRunView(
          run,
          "tier-evaluation",
          "x",
          "0".repeat(64),
          batchStatus,
          "operator.wang",
          now,
          null,
          null,
          1,
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
