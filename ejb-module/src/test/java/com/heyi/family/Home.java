package com.heyi.family;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.AccountDirectory;
import com.heyi.accounts.AccountRef;
import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.IdentityStatus;
import com.heyi.deposits.BookMovement;
import com.heyi.deposits.MovementKind;
import com.heyi.deposits.MovementView;
import com.heyi.deposits.Payments;
import com.heyi.deposits.ReverseMovement;
import com.heyi.deposits.internal.LedgerPayments;
import com.heyi.deposits.internal.Limits;
import com.heyi.deposits.internal.MoneyLedger;
import com.heyi.deposits.internal.PaymentGuards;
import com.heyi.family.internal.AChildSpendsWithinItsLimit;
import com.heyi.family.internal.Allowances;
import com.heyi.family.internal.Declined;
import com.heyi.family.internal.Families;
import com.heyi.family.internal.FamilyMoney;
import com.heyi.family.internal.FamilyRun;
import com.heyi.family.internal.HouseholdList;
import com.heyi.family.internal.Kin;
import com.heyi.family.internal.Notices;
import com.heyi.messages.internal.Messages;
import com.heyi.messages.internal.Preferences;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.JobTrail;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.testing.KeptTrail;
import com.heyi.testing.TestDatabase;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A family at the bank for tests: the real facade and ledger on the real database. */
final class Home {
  private static final AtomicLong NUMBERS = new AtomicLong(6_300_000_000_000_000_000L);
  private static final Caller CHANNEL =
      new Caller(
          "app.family",
          "亲子账户",
          Set.of(Role.OPERATOR),
          null,
          "10.0.0.1",
          "r-1",
          Channel.REST,
          null,
          null);

  private final Map<UUID, LocalDate> born = new ConcurrentHashMap<>();
  private final Map<UUID, AccountRef> accounts = new ConcurrentHashMap<>();
  private final Map<UUID, UUID> merged = new ConcurrentHashMap<>();
  private final Set<UUID> households = ConcurrentHashMap.newKeySet();
  private volatile Instant now = Instant.parse("2026-03-02T02:00:00Z");

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  /** Everything on one transaction. */
  record Tools(
      FamilyFacade family,
      Allowances allowances,
      Families families,
      MoneyLedger ledger,
      FamilyRun run) {}

  private final KeptTrail trail = new KeptTrail();

  /** What the hourly run told the trail of this action about a household or a customer. */
  List<Change> trailOf(String action, String target) {
    return trail.rows().stream()
        .filter(row -> row.action().equals(action) && row.target().equals(target))
        .flatMap(row -> row.changes().stream())
        .toList();
  }

  void itIs(String instant) {
    now = Instant.parse(instant);
  }

  /** Noon of this day at the bank. */
  void todayIs(String day) {
    itIs(day + "T04:00:00Z");
  }

  UUID person(String bornOn) {
    UUID id = Ids.next();
    if (bornOn != null) {
      born.put(id, LocalDate.parse(bornOn));
    }
    return id;
  }

  /** Another record of this customer, which points to him. */
  UUID mergedInto(UUID customer) {
    UUID id = Ids.next();
    merged.put(id, customer);
    return id;
  }

  private UUID whoIs(UUID id) {
    return merged.getOrDefault(id, id);
  }

  UUID account(UUID customer) {
    return account(customer, AccountType.I);
  }

  UUID account(UUID customer, AccountType type) {
    UUID id = Ids.next();
    String number = Long.toString(NUMBERS.incrementAndGet());
    accounts.put(id, new AccountRef(id, number, customer, type, AccountStatus.OPEN));
    return id;
  }

  UUID fundedAccount(UUID customer, String amount) {
    UUID id = account(customer);
    as(
        tools ->
            tools
                .ledger()
                .book(new BookMovement(id, MovementKind.CASH_IN, cny(amount), null, null)));
    return id;
  }

  String number(UUID account) {
    return accounts.get(account).number();
  }

  void becomes(UUID account, AccountStatus status) {
    accounts.computeIfPresent(
        account,
        (id, was) -> new AccountRef(id, was.number(), was.customerId(), was.type(), status));
  }

  MovementView transfers(UUID from, UUID to, String amount) {
    return as(
        tools ->
            tools
                .ledger()
                .book(
                    new BookMovement(from, MovementKind.TRANSFER, cny(amount), number(to), null)));
  }

  MovementView takesBack(MovementView wrong) {
    return as(
        tools ->
            tools
                .ledger()
                .reverse(new ReverseMovement(wrong.accountId(), wrong.movementId(), "转错")));
  }

  /** The words of what a customer was told of families, in the order of time. */
  List<String> told(UUID customer) {
    return TestDatabase.get()
        .inTransaction(
            em -> {
              Messages messages = new Messages(em, clock);
              messages.name(customers());
              return em.createQuery(
                      "select m.id from Message m where m.customerId = :customer"
                          + " order by m.queuedAt, m.id",
                      UUID.class)
                  .setParameter("customer", customer)
                  .getResultStream()
                  .map(id -> messages.find(id).orElseThrow())
                  .map(message -> messages.words(message, new Preferences(em), true).text())
                  .toList();
            });
  }

  /** The same under an idempotency key. */
  MovementView spends(UUID account, String amount, String key) {
    return as(
        CHANNEL.withIdempotencyKey(key),
        tools ->
            tools
                .ledger()
                .book(new BookMovement(account, MovementKind.SPENDING, cny(amount), "文具店", null)));
  }

  MovementView spends(UUID account, String amount) {
    return as(
        tools ->
            tools
                .ledger()
                .book(new BookMovement(account, MovementKind.SPENDING, cny(amount), "文具店", null)));
  }

  Money balance(UUID account) {
    return as(tools -> tools.ledger().balance(accounts.get(account)).balance());
  }

  static Money cny(String amount) {
    return Money.cny(amount);
  }

  HouseholdView does(Function<FamilyFacade, HouseholdView> call) {
    HouseholdView view = as(tools -> call.apply(tools.family()));
    households.add(view.id());
    return view;
  }

  <T> T as(Function<Tools, T> work) {
    return as(CHANNEL, work);
  }

  private <T> T as(Caller caller, Function<Tools, T> work) {
    try {
      return CallContext.callAs(
          caller, () -> TestDatabase.get().inTransaction(em -> work.apply(tools(em))));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the hourly run does, transaction by transaction. */
  void hourlyRun() {
    for (UUID child : cameOfAge(1000)) {
      as(
          tools -> {
            tools.run().endGuardianship(child);
            return null;
          });
    }
    List<UUID> due = as(this::ownDue);
    while (!due.isEmpty()) {
      for (UUID allowance : due) {
        try {
          as(
              tools -> {
                tools.run().pay(allowance);
                return null;
              });
        } catch (HeyiException e) {
          as(
              tools -> {
                tools.run().failed(allowance, e);
                return null;
              });
        }
      }
      due = as(this::ownDue);
    }
  }

  /** All who have come of age, looking at so many at a time. */
  List<UUID> cameOfAge(int atATime) {
    List<UUID> ofAge = new ArrayList<>();
    UUID[] last = new UUID[1];
    do {
      Families.Looked looked = as(tools -> tools.families().cameOfAge(last[0], atATime));
      assertThat(looked.ofAge()).hasSizeLessThanOrEqualTo(atATime);
      ofAge.addAll(looked.ofAge());
      last[0] = looked.last();
    } while (last[0] != null);
    return ofAge;
  }

  /** What is due in the households of this home; other tests have left theirs. */
  private List<UUID> ownDue(Tools tools) {
    List<UUID> own =
        households.stream()
            .flatMap(id -> tools.family().view(id).allowances().stream())
            .map(HouseholdView.Allowance::id)
            .toList();
    return tools.allowances().due(10_000).stream().filter(own::contains).toList();
  }

  private Tools tools(EntityManager em) {
    Kin kin = new Kin(em, customers(), directory(), clock);
    Notices notices = apart(em);
    Limits limits = new Limits(em, clock);
    Payments[] payments = new Payments[1];
    AChildSpendsWithinItsLimit guard =
        new AChildSpendsWithinItsLimit(kin, notices, lazily(payments));
    MoneyLedger ledger =
        new MoneyLedger(em, directory(), limits, new PaymentGuards(List.of(guard)), clock);
    payments[0] = new LedgerPayments(ledger, directory(), limits);
    Allowances allowances = new Allowances(em, kin, notices, payments[0], clock);
    Families families = new Families(em, kin, notices, payments[0], clock);
    FamilyFacade facade =
        new FamilyFacade(
            new HouseholdList(em, customers()),
            families,
            allowances,
            new FamilyMoney(kin, payments[0], clock));
    return new Tools(
        facade,
        allowances,
        families,
        ledger,
        new FamilyRun(allowances, families, new JobTrail(em, trail)));
  }

  /** Notices whose transactions apart are apart here too. */
  private Notices apart(EntityManager em) {
    return new Notices(em, clock, new Messages(em, clock)) {
      @Override
      public void tellApart(UUID householdId, Declined declined) {
        TestDatabase.get()
            .doInTransaction(
                other ->
                    new Notices(other, clock, new Messages(other, clock))
                        .tellApart(householdId, declined));
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static Instance<Payments> lazily(Payments[] payments) {
    return (Instance<Payments>)
        Proxy.newProxyInstance(
            Home.class.getClassLoader(),
            new Class<?>[] {Instance.class},
            (proxy, method, args) -> payments[0]);
  }

  private AccountDirectory directory() {
    return new AccountDirectory() {
      @Override
      public Optional<AccountRef> find(UUID accountId) {
        return Optional.ofNullable(accounts.get(accountId));
      }

      @Override
      public List<AccountRef> ofCustomer(UUID customerId) {
        return accounts.values().stream()
            .filter(a -> whoIs(a.customerId()).equals(customerId))
            .toList();
      }

      @Override
      public boolean ofOneCustomer(AccountRef one, AccountRef other) {
        return whoIs(one.customerId()).equals(whoIs(other.customerId()));
      }

      @Override
      public Optional<AccountRef> findByNumber(String number) {
        return accounts.values().stream().filter(a -> a.number().equals(number)).findFirst();
      }
    };
  }

  @SuppressWarnings("unchecked")
  private CustomerDirectory customers() {
    return (CustomerDirectory)
        Proxy.newProxyInstance(
            Home.class.getClassLoader(),
            new Class<?>[] {CustomerDirectory.class},
            (proxy, method, args) -> {
              if (method.getName().equals("whoIs")) {
                return whoIs((UUID) args[0]);
              }
              if (method.isDefault() && !method.getName().equals("birthDate")) {
                return InvocationHandler.invokeDefault(proxy, method, args);
              }
              if (method.getName().equals("findByNumber")) {
                return born.keySet().stream()
                    .map(Home::customer)
                    .filter(one -> one.number().equals(args[0]))
                    .findFirst();
              }
              if (method.getName().equals("findAll")) {
                return ((Collection<UUID>) args[0])
                    .stream()
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), Home::customer));
              }
              UUID id = (UUID) args[0];
              return switch (method.getName()) {
                case "birthDate" -> Optional.ofNullable(born.get(id));
                case "find" -> Optional.of(customer(id));
                case "require" -> {
                  if (id.equals(foreign)) {
                    throw new HeyiException(CommonError.OTHER_BRANCH);
                  }
                  yield customer(id);
                }
                default -> throw new UnsupportedOperationException(method.getName());
              };
            });
  }

  private static CustomerRef customer(UUID id) {
    return new CustomerRef(id, "C" + id, "张伟", "B0101", IdentityStatus.VERIFIED);
  }

  /** A customer of another branch. */
  final UUID foreign = person("1980-01-01");
}
