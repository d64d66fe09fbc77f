package com.heyi.launcher;

import com.heyi.audit.chain.ChainWriter;
import com.heyi.audit.chain.ChangesText;
import com.heyi.audit.chain.Link;
import com.heyi.audit.chain.RowKeys;
import com.heyi.audit.chain.TrailRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the chain of the audit trail costs: the same transactions with a row of the trail that is
 * not chained, chained in lanes, and chained in a single lane (the one global lock).
 */
final class AuditBench {
  private static final int CUSTOMERS = 20_000;
  private static final int ITEMS = 500;
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  private static final String PLAIN_INSERT =
      "insert into bench.entry (id, recorded_at, who, roles, branch, address, channel, request_id,"
          + " module, action, target, reason, change, outcome, error_code, changes, approval,"
          + " revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?,"
          + " ?)";

  private static final String BARE_INSERT = PLAIN_INSERT.replace("bench.entry", "bench.bare");

  private final Database database;
  private final int threads;
  private final Duration length;
  private final RowKeys keys;

  /** How the row of the trail is written. */
  enum Trail {
    NONE("no row of the trail"),
    BARE("row, not chained, no index but its key"),
    PLAIN("row, not chained"),
    LANES("row, chained in " + ChainWriter.LANES + " lanes"),
    ONE_LANE("row, chained in one lane");

    private final String label;

    Trail(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /**
   * What one run has shown.
   *
   * @param perSecond transactions committed in a second
   * @param median microseconds that one took
   * @param slow microseconds that 99 of 100 did not exceed
   */
  record Figures(long perSecond, long median, long slow) {}

  AuditBench(Database database, int threads, Duration length, RowKeys keys) {
    this.keys = keys;
    this.database = database;
    this.threads = threads;
    this.length = length;
  }

  /** Makes the tables that stand for those of a redemption, and a trail without a chain. */
  void prepare() throws SQLException {
    try (Connection connection = database.asOwner();
        Statement statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "create schema bench",
              "grant usage on schema bench to " + database.app().user(),
              // All its indexes but the one that is the chain's.
              "create table bench.entry (like audit.entry including defaults including indexes)",
              "alter table bench.entry drop column lane, drop column seq, drop column hash,"
                  + " drop column mac, drop column versions, drop column shown",
              "create table bench.bare (like bench.entry including defaults)",
              "alter table bench.bare add primary key (id)",
              "create table bench.lot (customer int primary key, remaining bigint not null)",
              "create table bench.item (id int primary key, stock bigint not null, version int)",
              "create table bench.orders (id uuid primary key, customer int, placed_at timestamptz,"
                  + " points bigint)",
              "create index on bench.orders (customer, placed_at)",
              "create table bench.line (order_id uuid references bench.orders, item int,"
                  + " quantity int, points bigint, primary key (order_id, item))",
              "create table bench.movement (id uuid primary key, item int, quantity int,"
                  + " order_id uuid)",
              "create table bench.posting (id uuid primary key, entry uuid, account text,"
                  + " customer int, points bigint)",
              "create index on bench.posting (customer)",
              "insert into bench.lot select n, 1000000 from generate_series(1, "
                  + CUSTOMERS
                  + ") n",
              "insert into bench.item select n, 1000000000, 0 from generate_series(1, "
                  + ITEMS
                  + ") n",
              "grant select, insert, update on all tables in schema bench to "
                  + database.app().user(),
              "vacuum analyze")) {
        statement.execute(sql);
      }
    }
  }

  /** Runs it with this trail; after a warm-up. */
  Figures run(boolean redemption, Trail trail) throws SQLException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long begin = System.nanoTime() + WARM_UP.toNanos();
      long end = begin + length.toNanos();
      List<Callable<long[]>> work = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        work.add(() -> client(redemption, trail, begin, end));
      }
      List<long[]> times = new ArrayList<>();
      for (Future<long[]> done : pool.invokeAll(work)) {
        times.add(done.get());
      }
      long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Figures(
          all.length * 1000L / length.toMillis(),
          all[all.length / 2] / 1000,
          all[(int) (all.length * 99L / 100)] / 1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("stopped", e);
    } catch (ExecutionException e) {
      throw new LauncherException("the benchmark failed: " + e.getCause().getMessage(), e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** How long each transaction took that began in time, in nanoseconds. */
  private long[] client(boolean redemption, Trail trail, long begin, long end) throws SQLException {
    long[] times = new long[1 << 12];
    int count = 0;
    try (Connection connection = database.asApp()) {
      connection.setAutoCommit(false);
      for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
        int customer = 1 + ThreadLocalRandom.current().nextInt(CUSTOMERS);
        if (redemption) {
          redeem(connection, customer);
        }
        record(connection, trail, customer);
        connection.commit();
        if (start >= begin) {
          if (count == times.length) {
            times = Arrays.copyOf(times, count * 2);
          }
          times[count++] = System.nanoTime() - start;
        }
      }
    }
    return Arrays.copyOf(times, count);
  }

  private void record(Connection connection, Trail trail, int customer) throws SQLException {
    switch (trail) {
      case NONE -> {
        // the transaction without any trail
      }
      case BARE -> insertPlain(connection, BARE_INSERT, row(customer));
      case PLAIN -> insertPlain(connection, PLAIN_INSERT, row(customer));
      case LANES -> chain(connection, ChainWriter.LANES, row(customer), keys);
      case ONE_LANE -> chain(connection, 1, row(customer), keys);
    }
  }

  private static void chain(Connection connection, int lanes, TrailRow row, RowKeys keys)
      throws SQLException {
    Link end = ChainWriter.takeLane(connection, lanes);
    ChainWriter.append(connection, end, List.of(row), keys);
  }

  /** The statements of a redemption: take points, place the order, move stock, post twice. */
  private static void redeem(Connection connection, int customer) throws SQLException {
    int item = 1 + ThreadLocalRandom.current().nextInt(ITEMS);
    UUID order = UUID.randomUUID();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    execute(connection, "select remaining from bench.lot where customer = ? for update", customer);
    execute(
        connection, "update bench.lot set remaining = remaining - 1 where customer = ?", customer);
    execute(
        connection,
        "insert into bench.orders values (?, ?, ?, ?)",
        order,
        customer,
        now.atOffset(ZoneOffset.UTC),
        100L);
    execute(connection, "insert into bench.line values (?, ?, ?, ?)", order, item, 1, 100L);
    for (String account : List.of("CUSTOMER", "REDEEMED")) {
      execute(
          connection,
          "insert into bench.posting values (?, ?, ?, ?, ?)",
          UUID.randomUUID(),
          order,
          account,
          customer,
          "CUSTOMER".equals(account) ? -100L : 100L);
    }
    execute(
        connection,
        "insert into bench.movement values (?, ?, ?, ?)",
        UUID.randomUUID(),
        item,
        -1,
        order);
    execute(
        connection,
        "update bench.item set stock = stock - 1, version = version + 1 where id = ?",
        item);
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }

  private static void insertPlain(Connection connection, String insert, TrailRow row)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      int i = 0;
      statement.setObject(++i, row.id());
      statement.setObject(++i, row.recordedAt().atOffset(ZoneOffset.UTC));
      statement.setString(++i, row.who());
      statement.setString(++i, row.roles());
      statement.setString(++i, row.branch());
      statement.setString(++i, row.address());
      statement.setString(++i, row.channel());
      statement.setString(++i, row.requestId());
      statement.setString(++i, row.module());
      statement.setString(++i, row.action());
      statement.setString(++i, row.target());
      statement.setString(++i, row.reason());
      statement.setBoolean(++i, row.change());
      statement.setString(++i, row.outcome());
      statement.setString(++i, row.errorCode());
      statement.setString(++i, row.changes());
      statement.setObject(++i, row.approval(), Types.OTHER);
      statement.setObject(++i, row.revision(), Types.BIGINT);
      statement.executeUpdate();
    }
  }

  private static TrailRow row(int customer) {
    UUID id = UUID.randomUUID();
    return new TrailRow(
        id,
        Instant.now(),
        "branch-B0101",
        "branch-system",
        "B0101",
        "10.20.30.40",
        "REST",
        id.toString(),
        "mall",
        "order.place",
        "order:" + id,
        null,
        true,
        "DONE",
        null,
        ChangesText.of(
            List.of(
                new ChangesText.Line("points", Integer.toString(customer), "balance", "900", "800"),
                new ChangesText.Line("order", id.toString(), "*", null, "PLACED"))),
        null,
        1L);
  }
}
