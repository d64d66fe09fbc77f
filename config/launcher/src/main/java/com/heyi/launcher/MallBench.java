package com.heyi.launcher;

import com.heyi.launcher.Database.Login;
import com.heyi.launcher.OrderLoad.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * How many redemptions a second the application makes by REST, beside what pgbench makes of the
 * same statements on the same database, on ledgers of several lengths.
 */
final class MallBench implements AutoCloseable {
  private static final int STOCK_OF_ONE = 100;
  private static final int BUYERS = 200;
  private static final int WARM_UP_CALLS = 50;
  private static final int MOST_STRETCHES = 12;
  private static final double FASTER = 1.03;

  private final Platform platform;
  private final int clients;
  private final int seconds;
  private final int rounds;
  private final Consumer<String> tell;
  private final Connection superuser;
  private final MallWorld world;
  private final OrderLoad load;

  MallBench(Platform platform, int clients, int seconds, int rounds, Consumer<String> tell)
      throws SQLException {
    this.platform = platform;
    this.clients = clients;
    this.seconds = seconds;
    this.rounds = rounds;
    this.tell = tell;
    DataFolder data = platform.options().data();
    this.superuser =
        Database.connect(
            platform.database().url(),
            new Login("postgres", Secrets.in(data.secrets()).of("postgres")));
    this.world = new MallWorld(superuser);
    this.load = new OrderLoad(platform.url(), platform.tokens(), clients);
  }

  /** Measures at each of these lengths of the ledger, ascending. */
  void measure(List<Long> lengths) throws SQLException, IOException {
    world.begin();
    warmUp();
    PgbenchScript.Script script = script();
    tell.accept(
        String.format(
            Locale.ROOT,
            "%d clients, the median of %d rounds of %d s; a redemption is %d statements",
            clients,
            rounds,
            seconds,
            script.statements()));
    tell.accept("");
    tell.accept(
        "| ledger entries | redemptions/s | median, ms | 99 %, ms | CPU, application |"
            + " CPU, database | pgbench, transactions/s | median, ms | 99 %, ms |"
            + " ratio to pgbench |");
    tell.accept("|---|---|---|---|---|---|---|---|---|---|");
    for (long length : lengths) {
      world.grow(length);
      tell.accept(row(script));
    }
    tell.accept("");
    flashSale();
  }

  /** Until it gets no faster: a server that runs for weeks has compiled what it does. */
  private void warmUp() {
    Duration stretch = Duration.ofSeconds(Math.max(10, seconds));
    long best = 0;
    int noFaster = 0;
    for (int i = 0; i < MOST_STRETCHES && noFaster < 2; i++) {
      long now = load.run(stretch).perSecond();
      noFaster = now > best * FASTER ? 0 : noFaster + 1;
      best = Math.max(best, now);
    }
  }

  private record Round(OrderLoad.Run heyi, double application, double database, Pgbench.Run raw) {}

  private String row(PgbenchScript.Script script) throws SQLException {
    List<Round> measured = new ArrayList<>();
    Pgbench pgbench = new Pgbench(platform.database(), platform.options().data().path());
    long entries = entries();
    for (int i = 0; i < rounds; i++) {
      double application = CpuTime.ofApplication(platform);
      double database = CpuTime.ofDatabase(platform);
      OrderLoad.Run heyi = load.run(Duration.ofSeconds(seconds));
      application = (CpuTime.ofApplication(platform) - application) / seconds;
      database = (CpuTime.ofDatabase(platform) - database) / seconds;
      if (!heyi.refused().isEmpty()) {
        throw new LauncherException("redemptions were refused: " + heyi.firstRefusal());
      }
      measured.add(new Round(heyi, application, database, pgbench.run(script, clients, seconds)));
    }
    measured.sort((a, b) -> Long.compare(a.heyi().perSecond(), b.heyi().perSecond()));
    Round middle = measured.get(measured.size() / 2);
    Pgbench.Run raw =
        measured.stream()
            .map(Round::raw)
            .sorted((a, b) -> Long.compare(a.perSecond(), b.perSecond()))
            .toList()
            .get(measured.size() / 2);
    return String.format(
        Locale.ROOT,
        "| %,d | %,d | %.1f | %.1f | %.2f cores | %.2f cores | %,d | %.1f | %.1f | %.2f |",
        entries,
        middle.heyi().perSecond(),
        middle.heyi().millis(0.5),
        middle.heyi().millis(0.99),
        middle.application(),
        middle.database(),
        raw.perSecond(),
        raw.millis(0.5),
        raw.millis(0.99),
        (double) middle.heyi().perSecond() / raw.perSecond());
  }

  /** Traces one redemption, and makes pgbench's script of what the database was sent. */
  private PgbenchScript.Script script() throws SQLException, IOException {
    DataFolder data = platform.options().data();
    trace("all", "-1");
    try {
      UUID customer = MallWorld.customer(1);
      String sku = MallWorld.sku(1);
      // The driver prepares a statement once it has seen it a few times; ours are prepared as well.
      for (int i = 0; i < WARM_UP_CALLS; i++) {
        load.order(customer, sku, UUID.randomUUID().toString());
      }
      Path log = data.log("postgres");
      long from = Files.size(log);
      String key = UUID.randomUUID().toString();
      Answer answer = load.order(customer, sku, key);
      if (answer.status() != 201) {
        throw new LauncherException("a redemption was refused: " + answer.body());
      }
      Map<String, String> known = new LinkedHashMap<>();
      known.put(key, "md5(random()::text || clock_timestamp())::text");
      known.put(customer.toString(), madeId(1, ":c"));
      known.put(madeUuid(2, 1).toString(), madeId(2, ":i"));
      known.put(madeUuid(3, 1).toString(), madeId(3, ":c"));
      known.put(sku, "('BENCH-' || :i)");
      known.put("商品 1", "('商品 ' || :i)");
      return PgbenchScript.of(
          StatementTrace.transaction(log, from, "insert into mall.customer_order"),
          MallWorld.CUSTOMERS,
          MallWorld.ITEMS,
          known,
          typesOfColumns());
    } finally {
      trace(null, null);
    }
  }

  private Map<String, String> typesOfColumns() throws SQLException {
    Map<String, String> types = new LinkedHashMap<>();
    try (Statement statement = superuser.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select table_schema || '.' || table_name || '.' || column_name, udt_name"
                    + " from information_schema.columns where table_schema = 'mall'")) {
      while (result.next()) {
        types.put(result.getString(1), result.getString(2));
      }
    }
    return types;
  }

  private static String madeId(int kind, String n) {
    return String.format("(lpad('%d', 4, '0') || lpad(to_hex(%s::int), 28, '0'))::uuid", kind, n);
  }

  private static UUID madeUuid(int kind, int n) {
    return UUID.fromString("%08x-0000-0000-0000-%012x".formatted(kind << 16, n));
  }

  /** Lets PostgreSQL log the application's statements with their values, or no longer. */
  private void trace(String statements, String length) throws SQLException {
    String role = platform.database().app().user();
    try (Statement statement = superuser.createStatement()) {
      if (statements == null) {
        statement.execute("alter role " + role + " reset all");
      } else {
        statement.execute("alter role " + role + " set log_statement = '" + statements + "'");
        statement.execute("alter role " + role + " set log_parameter_max_length = " + length);
        statement.execute("alter role " + role + " set log_error_verbosity = 'default'");
      }
      // Sessions learn it when they begin.
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + role + "'");
    }
    load.run(Duration.ofSeconds(2));
  }

  /** Many want the same item at the same moment, and there are fewer pieces than buyers. */
  private void flashSale() throws SQLException, IOException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(
          "insert into mall.item (id, sku, name, price, stock, status, version, created_at)"
              + " values (gen_random_uuid(), 'FLASH', '限量', "
              + MallWorld.PRICE
              + ", "
              + STOCK_OF_ONE
              + ", 'ON_SALE', 0, now())");
      statement.execute(
          "insert into mall.stock_movement (item_id, kind, delta, reason, recorded_at, recorded_by)"
              + " select id, 'RECEIVED', stock, 'bench', now(), 'bench' from mall.item"
              + " where sku = 'FLASH'");
    }
    load.signIn();
    List<Callable<Integer>> buyers = new ArrayList<>();
    for (int n = 1; n <= BUYERS; n++) {
      UUID customer = MallWorld.customer(n);
      buyers.add(() -> load.order(customer, "FLASH", UUID.randomUUID().toString()).status());
    }
    long begin = System.nanoTime();
    List<Integer> answers = OrderLoad.together(buyers);
    long millis = (System.nanoTime() - begin) / 1_000_000;
    long sold = answers.stream().filter(status -> status == 201).count();
    long refused = answers.stream().filter(status -> status == 422).count();
    tell.accept(
        String.format(
            Locale.ROOT,
            "%d buyers at once of an item with a stock of %d: %d sold, %d told that it is sold out,"
                + " %d other answers, %d ms",
            BUYERS,
            STOCK_OF_ONE,
            sold,
            refused,
            BUYERS - sold - refused,
            millis));
    if (sold != STOCK_OF_ONE || number("select stock from mall.item where sku = 'FLASH'") != 0) {
      throw new LauncherException("the flash sale sold " + sold + " of " + STOCK_OF_ONE);
    }
  }

  private long entries() throws SQLException {
    return number("select count(*) from mall.ledger_entry");
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    superuser.close();
  }
}
