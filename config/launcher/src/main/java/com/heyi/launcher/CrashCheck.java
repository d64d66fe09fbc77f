package com.heyi.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.heyi.launcher.Database.Login;
import com.heyi.launcher.OrderLoad.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Kills the application, and then the database, while clients redeem points who ask again with the
 * same key until they have an answer; and looks whether an acknowledged order is lost or one is
 * there twice.
 */
final class CrashCheck implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PLACED = 201;
  private static final int UNAUTHORIZED = 401;
  private static final int CONFLICT = 409;
  private static final int BROKEN = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Platform platform;
  private final int clients;
  private final Duration before;
  private final Consumer<String> tell;
  private final OrderLoad load;
  private final ConcurrentLinkedQueue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicLong keys = new AtomicLong();
  private final AtomicLong askedAgain = new AtomicLong();
  private volatile boolean over;
  private PayaraMicroProcess server;

  /**
   * @param platform without an application: this starts and kills it itself
   * @param before how long all goes well before each crash, and after the last
   */
  CrashCheck(Platform platform, int clients, Duration before, Consumer<String> tell) {
    this.platform = platform;
    this.clients = clients;
    this.before = before;
    this.tell = tell;
    startServer();
    this.load = new OrderLoad(platform.url(), platform.tokens(), clients);
  }

  /**
   * @throws LauncherException when an order is lost or doubled, or the books do not balance
   */
  void check() throws SQLException {
    DataFolder data = platform.options().data();
    Login superuser = new Login("postgres", Secrets.in(data.secrets()).of("postgres"));
    try (Connection connection = Database.connect(platform.database().url(), superuser)) {
      new MallWorld(connection).begin();
    }
    CompletableFuture<Void> crashes = CompletableFuture.runAsync(this::crash);
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      work.add(this::client);
    }
    OrderLoad.together(work);
    crashes.join();
    compare();
  }

  private void crash() {
    try {
      pause();
      long ordered = acknowledged.size();
      kill(platform.options().data().pidFile(ApplicationServer.ID));
      server.onExit().get(1, TimeUnit.MINUTES);
      tell.accept("Killed the application after " + ordered + " orders");
      startServer();
      awaitMoreThan(ordered);
      pause();
      long more = acknowledged.size();
      kill(platform.options().data().postgres().resolve("postmaster.pid"));
      tell.accept("Killed PostgreSQL after " + more + " orders");
      startDatabase();
      awaitMoreThan(more);
      pause();
    } catch (Exception e) {
      throw new LauncherException("the crashes went wrong: " + e, e);
    } finally {
      over = true;
    }
  }

  private void pause() throws InterruptedException {
    Thread.sleep(before.toMillis());
  }

  /** Until the clients are served again. */
  private void awaitMoreThan(long orders) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (acknowledged.size() <= orders) {
      if (System.nanoTime() > deadline) {
        throw new LauncherException("nothing was ordered for " + PATIENCE + " after a crash");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static void kill(Path pidFile) throws IOException {
    String first = Files.readAllLines(pidFile).get(0).strip().split(" ")[0];
    ProcessHandle process =
        ProcessHandle.of(Long.parseLong(first))
            .orElseThrow(() -> new LauncherException("nothing runs that " + pidFile + " names"));
    process.destroyForcibly();
    process.onExit().join();
  }

  private void startServer() {
    PlatformOptions options = platform.options();
    server =
        PayaraMicroProcess.launch(
            options.home(),
            options.data(),
            options.bindAddress(),
            options.httpPort(),
            platform.configuration());
    server.awaitReady();
  }

  /** Its sessions notice only in a moment that it is gone, and hold its memory until then. */
  private void startDatabase() throws InterruptedException {
    LauncherException last = null;
    for (int attempt = 0; attempt < 10; attempt++) {
      TimeUnit.SECONDS.sleep(2);
      try {
        PostgresProcess.start(platform.options().data(), platform.options().databasePort());
        return;
      } catch (LauncherException e) {
        last = e;
      }
    }
    throw last;
  }

  private Void client() throws InterruptedException {
    while (!over) {
      keys.incrementAndGet();
      acknowledged.add(
          orderForCertain(
              MallWorld.customer(1 + ThreadLocalRandom.current().nextInt(MallWorld.CUSTOMERS)),
              MallWorld.sku(1 + ThreadLocalRandom.current().nextInt(MallWorld.ITEMS)),
              UUID.randomUUID().toString()));
    }
    return null;
  }

  /** As a careful client does: the same key until there is an answer. */
  private UUID orderForCertain(UUID customer, String sku, String key) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String trouble = "";
    while (System.nanoTime() < deadline) {
      try {
        Answer answer = load.order(customer, sku, key);
        if (answer.status() == PLACED) {
          return UUID.fromString(id(answer.body()));
        }
        trouble = answer.status() + " " + answer.body();
        if (answer.status() == UNAUTHORIZED) {
          load.signIn();
        } else if (answer.isHeyis() && answer.status() < BROKEN && answer.status() != CONFLICT) {
          throw new LauncherException("an order was refused: " + trouble);
        }
      } catch (IOException e) {
        trouble = e.toString();
      }
      askedAgain.incrementAndGet();
      TimeUnit.MILLISECONDS.sleep(500);
    }
    throw new LauncherException("an order found no answer in " + PATIENCE + ": " + trouble);
  }

  private static String id(String body) {
    try {
      JsonNode order = JSON.readTree(body);
      return order.path("id").asText();
    } catch (JsonProcessingException e) {
      throw new LauncherException("an answer is no JSON: " + body, e);
    }
  }

  private void compare() throws SQLException {
    Set<UUID> orders = new HashSet<>(acknowledged);
    try (Connection connection = platform.database().asOwner()) {
      Array ids = connection.createArrayOf("uuid", orders.toArray());
      long there = number(connection, "select count(*) from mall.customer_order", null);
      long found =
          number(connection, "select count(*) from mall.customer_order where id = any(?)", ids);
      long unbalanced =
          number(
              connection,
              "select count(*) from (select entry_id from mall.posting group by entry_id"
                  + " having sum(amount) <> 0) each",
              null);
      long wrongLots =
          number(
              connection,
              "select count(*) from mall.lot l where remaining <> (select sum(p.amount) from"
                  + " mall.posting p where p.lot_id = l.id)",
              null);
      tell.accept(
          String.format(
              Locale.ROOT,
              "%,d orders wanted, %,d acknowledged, %,d asked for again; in the database %,d, of"
                  + " the acknowledged %,d missing, %,d doubled; %,d entries unbalanced, %,d lots"
                  + " wrong",
              keys.get(),
              orders.size(),
              askedAgain.get(),
              there,
              orders.size() - found,
              there - orders.size(),
              unbalanced,
              wrongLots));
      if (orders.size() != keys.get()
          || found != orders.size()
          || there != orders.size()
          || unbalanced + wrongLots != 0) {
        throw new LauncherException("a crash has lost or doubled an order");
      }
    }
  }

  private static long number(Connection connection, String sql, Array value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (value != null) {
        statement.setArray(1, value);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
