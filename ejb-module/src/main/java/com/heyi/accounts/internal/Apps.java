package com.heyi.accounts.internal;

import com.heyi.accounts.AccountsError;
import com.heyi.accounts.AppFunctionView;
import com.heyi.accounts.AppStatus;
import com.heyi.accounts.OverlapReport;
import com.heyi.accounts.RegisterApp;
import com.heyi.accounts.RegisteredApp;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.jpa.AvailableHints;

/** The register of apps in the database: what they offer, and who uses them. */
@ApplicationScoped
public class Apps {
  // Known elsewhere is who uses another app that is still there.
  private static final String USERS =
      "select app_code as code, count(*) as users, count(*) filter (where open_apps > case when"
          + " open then 1 else 0 end) as twice from (select u.app_code, a.status <> 'CLOSED' as"
          + " open, count(*) filter (where a.status <> 'CLOSED') over (partition by u.customer_id)"
          + " as open_apps from accounts.app_user u join accounts.app a on a.code = u.app_code) u"
          + " group by app_code";

  // The same of one app, by the records of its customers alone.
  private static final String USERS_OF_ONE =
      "with his as (select customer_id from accounts.app_user where app_code = :app),"
          + " records as (select customer_id, customer_id as record from his union all"
          + " select h.customer_id, c.id from his h join accounts.customer c"
          + " on c.merged_into = h.customer_id)"
          + " select (select count(*) from his) as users, (select count(distinct r.customer_id)"
          + " from records r join accounts.identity i on i.customer_id = r.record"
          + " join accounts.app a on a.code = i.app_code"
          + " where i.app_code <> :app and a.status <> 'CLOSED') as twice";

  private static final String TWICE =
      "select function_code as code, count(*) as users,"
          + " count(*) filter (where found_in > 1) as twice"
          + " from (select o.function_code, u.customer_id, count(*) as found_in"
          + " from accounts.app_offering o join accounts.app a on a.code = o.app_code"
          + " join accounts.app_user u on u.app_code = o.app_code"
          + " where a.status <> 'CLOSED' group by o.function_code, u.customer_id) f"
          + " group by function_code";

  private static final String PAIRS =
      "select a.app_code as one, b.app_code as other, count(*) as users from accounts.app_user a"
          + " join accounts.app_user b on b.customer_id = a.customer_id"
          + " and b.app_code > a.app_code group by 1, 2";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Apps() {}

  public Apps(EntityManager em) {
    this.em = em;
  }

  /** How many use something, and how many of them elsewhere too. */
  private record Users(long all, long twice) {
    static final Users NONE = new Users(0, 0);
  }

  private Map<String, Users> users(String sql) {
    return NamedSql.rows(em, sql).getResultList().stream()
        .collect(
            Collectors.toMap(
                row -> row.text("code"),
                row -> new Users(row.number("users"), row.number("twice"))));
  }

  /** What apps can do, by code. */
  public List<AppFunctionView> functions() {
    return NamedSql.rows(
            em,
            "select code, name_zh_cn, name_zh_tw, name_en from accounts.app_function"
                + " order by code")
        .getResultList()
        .stream()
        .map(
            row ->
                new AppFunctionView(
                    row.text("code"),
                    row.text("name_zh_cn"),
                    row.text("name_zh_tw"),
                    row.text("name_en")))
        .toList();
  }

  /** All apps with who uses them, by code. */
  public List<RegisteredApp> all() {
    Map<String, Users> users = users(USERS);
    Map<String, List<String>> offered =
        em.createQuery("from Offering o order by o.key.function", Offering.class)
            .getResultStream()
            .map(Offering::key)
            .collect(
                Collectors.groupingBy(
                    OfferingKey::app,
                    Collectors.mapping(OfferingKey::function, Collectors.toList())));
    return em.createQuery("from App a order by a.code", App.class)
        .getResultStream()
        .map(
            app ->
                view(
                    app,
                    offered.getOrDefault(app.code(), List.of()),
                    users.getOrDefault(app.code(), Users.NONE)))
        .toList();
  }

  /**
   * @throws HeyiException {@link AccountsError#APP_UNKNOWN}
   */
  public RegisteredApp one(String code) {
    App app =
        em.createQuery("from App a where a.code = :code", App.class)
            .setParameter("code", code)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new HeyiException(AccountsError.APP_UNKNOWN, code));
    List<String> offered =
        em.createQuery(
                "select o.key.function from Offering o where o.key.app = :code"
                    + " order by o.key.function",
                String.class)
            .setParameter("code", code)
            .getResultList();
    Row users = NamedSql.rows(em, USERS_OF_ONE).setParameter("app", code).getResultList().get(0);
    return view(app, offered, new Users(users.number("users"), users.number("twice")));
  }

  private static RegisteredApp view(App app, List<String> offered, Users users) {
    return new RegisteredApp(
        app.view(), app.kind(), offered, users.all(), users.twice(), app.version());
  }

  /**
   * The app without who uses it.
   *
   * @throws HeyiException {@link AccountsError#APP_UNKNOWN}
   */
  App get(String code) {
    App app = em.find(App.class, code);
    if (app == null) {
      throw new HeyiException(AccountsError.APP_UNKNOWN, code);
    }
    return app;
  }

  /** Functions across the apps that are still in use. */
  public OverlapReport overlap() {
    List<RegisteredApp> open =
        all().stream().filter(app -> app.app().status() != AppStatus.CLOSED).toList();
    Map<String, Users> twice = users(TWICE);
    Map<Set<String>, Long> both = new HashMap<>();
    NamedSql.rows(em, PAIRS)
        .getResultList()
        .forEach(row -> both.put(Set.of(row.text("one"), row.text("other")), row.number("users")));
    List<OverlapReport.Row> rows = new ArrayList<>();
    for (AppFunctionView function : functions()) {
      Map<String, Long> users = new TreeMap<>();
      open.stream()
          .filter(app -> app.functions().contains(function.code()))
          .forEach(app -> users.put(app.code(), app.users()));
      if (!users.isEmpty()) {
        Users its = twice.getOrDefault(function.code(), Users.NONE);
        rows.add(
            new OverlapReport.Row(
                function, users, its.all(), its.twice(), pairs(List.copyOf(users.keySet()), both)));
      }
    }
    rows.sort(
        Comparator.comparingLong(OverlapReport.Row::twice)
            .thenComparing(OverlapReport.Row::apps)
            .reversed()
            .thenComparing(row -> row.function().code()));
    return new OverlapReport(open, rows);
  }

  private static List<OverlapReport.Pair> pairs(List<String> apps, Map<Set<String>, Long> both) {
    List<OverlapReport.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < apps.size(); i++) {
      for (String other : apps.subList(i + 1, apps.size())) {
        long users = both.getOrDefault(Set.of(apps.get(i), other), 0L);
        pairs.add(new OverlapReport.Pair(apps.get(i), other, users));
      }
    }
    return pairs;
  }

  /**
   * @throws HeyiException {@link AccountsError#APP_DUPLICATE}, {@link
   *     AccountsError#APP_FUNCTION_UNKNOWN}
   */
  public void add(RegisterApp command) {
    if (em.find(App.class, command.code()) != null) {
      throw new HeyiException(AccountsError.APP_DUPLICATE, command.code());
    }
    em.persist(new App(command));
    em.flush();
    offer(command.code(), command.functions());
  }

  /** The app, held to the end of the transaction. */
  public App hold(String code) {
    App app = em.find(App.class, code, LockModeType.PESSIMISTIC_WRITE);
    if (app == null) {
      throw new HeyiException(AccountsError.APP_UNKNOWN, code);
    }
    return app;
  }

  /** Moves the app's version on, because what it offers has changed. */
  public void moveOn(App app) {
    em.lock(app, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }

  /**
   * Lets the app offer these functions and no others.
   *
   * @throws HeyiException {@link AccountsError#APP_FUNCTION_UNKNOWN}
   */
  public void offer(String code, List<String> functions) {
    Set<String> known = functions().stream().map(AppFunctionView::code).collect(Collectors.toSet());
    functions.stream()
        .filter(function -> !known.contains(function))
        .findFirst()
        .ifPresent(
            function -> {
              throw new HeyiException(AccountsError.APP_FUNCTION_UNKNOWN, function);
            });
    Map<String, Offering> before = new LinkedHashMap<>();
    em.createQuery("from Offering o where o.key.app = :app", Offering.class)
        .setParameter("app", code)
        .getResultStream()
        .forEach(offering -> before.put(offering.key().function(), offering));
    Set<String> wanted = new TreeSet<>(functions);
    ChangeLog.note("app", code, "functions", new TreeSet<>(before.keySet()), wanted);
    before.forEach(
        (function, offering) -> {
          if (!wanted.contains(function)) {
            em.remove(offering);
          }
        });
    wanted.stream()
        .filter(function -> !before.containsKey(function))
        .forEach(function -> em.persist(new Offering(new OfferingKey(code, function))));
    em.flush();
  }

  List<UUID> customersOf(String code) {
    return NamedSql.values(
            em,
            "select customer_id from accounts.app_user where app_code = :app order by 1",
            UUID.class)
        .setParameter("app", code)
        .getResultList();
  }

  long countCustomersOf(String code) {
    return count("select count(*) from accounts.app_user where app_code = :app", code);
  }

  void eachCustomerOf(String code, int atOnce, Consumer<List<UUID>> work) {
    try (Stream<UUID> all =
        NamedSql.values(
                em, "select customer_id from accounts.app_user where app_code = :app", UUID.class)
            .setParameter("app", code)
            .setHint(AvailableHints.HINT_FETCH_SIZE, atOnce)
            .getResultStream()) {
      List<UUID> some = new ArrayList<>(atOnce);
      all.forEach(
          customer -> {
            some.add(customer);
            if (some.size() == atOnce) {
              work.accept(List.copyOf(some));
              some.clear();
            }
          });
      if (!some.isEmpty()) {
        work.accept(List.copyOf(some));
      }
    }
  }

  List<UUID> recordsOf(String code) {
    return NamedSql.values(
            em,
            "select c.id from accounts.customer c where coalesce(c.merged_into, c.id) in"
                + " (select u.customer_id from accounts.app_user u where u.app_code = :app)"
                + " order by 1",
            UUID.class)
        .setParameter("app", code)
        .getResultList();
  }

  long openAccountsOf(String code) {
    return count(
        "select count(*) from accounts.account a join accounts.customer c on c.id = a.customer_id"
            + " where a.status <> 'CLOSED' and exists"
            + " (select 1 from accounts.app_user u where u.app_code = :app"
            + " and u.customer_id = coalesce(c.merged_into, c.id))",
        code);
  }

  Map<UUID, Set<String>> identities(String code, Collection<UUID> customers) {
    Map<UUID, Set<String>> found = new HashMap<>();
    NamedSql.rows(
            em,
            "select coalesce(c.merged_into, c.id) as customer, i.external_id from accounts.identity"
                + " i join accounts.customer c on c.id = i.customer_id where i.app_code = :app and"
                + " coalesce(c.merged_into, c.id) = any(cast(:customers as uuid[]))")
        .setParameter("app", code)
        .setParameter("customers", NamedSql.uuids(customers))
        .getResultList()
        .forEach(
            row ->
                found
                    .computeIfAbsent(row.uuid("customer"), id -> new TreeSet<>())
                    .add(row.text("external_id")));
    return found;
  }

  Set<String> known(String code, Collection<String> externalIds) {
    List<String> known =
        NamedSql.values(
                em,
                "select external_id from accounts.identity where app_code = :app"
                    + " and external_id = any(cast(:ids as text[]))",
                String.class)
            .setParameter("app", code)
            .setParameter("ids", externalIds.toArray(String[]::new))
            .getResultList();
    return Set.copyOf(known);
  }

  private long count(String sql, String app) {
    return NamedSql.values(em, sql, Long.class).setParameter("app", app).getSingleResult();
  }
}
