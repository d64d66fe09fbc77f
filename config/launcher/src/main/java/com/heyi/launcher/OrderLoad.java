package com.heyi.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/** Clients that redeem points by REST, each the next as soon as it has the answer to the last. */
final class OrderLoad {
  private static final int PLACED = 201;
  private static final int PATIENCE_MILLIS = 60_000;

  private final URI orders;
  private final Tokens tokens;
  private final int clients;
  private volatile String token;

  OrderLoad(URI application, Tokens tokens, int clients) {
    this.orders = application.resolve("/api/v1/mall/orders");
    this.tokens = tokens;
    this.clients = clients;
    // The platform's client keeps this many connections open.
    System.setProperty("http.maxConnections", String.valueOf(Math.max(clients, 200)));
    signIn();
  }

  /** Tokens live for minutes: called before each run. */
  void signIn() {
    token = tokens.ofUser("operator.wang");
  }

  /** What came back. */
  record Answer(int status, String body) {
    /** Whether the application speaks; while it starts, the server answers that there is none. */
    boolean isHeyis() {
      return body.startsWith("{");
    }
  }

  /**
   * What one run has shown.
   *
   * @param latencies of the orders placed, in nanoseconds, ascending
   * @param refused other answers by their status, with what the first said
   */
  record Run(long[] latencies, Duration length, Map<Integer, Long> refused, String firstRefusal) {
    long perSecond() {
      return latencies.length * 1000L / length.toMillis();
    }

    double millis(double share) {
      return latencies.length == 0
          ? 0
          : latencies[(int) Math.min(latencies.length - 1L, (long) (latencies.length * share))]
              / 1e6;
    }
  }

  /** Orders one piece. */
  Answer order(UUID customer, String sku, String key) throws IOException {
    HttpURLConnection call = (HttpURLConnection) orders.toURL().openConnection();
    call.setConnectTimeout(PATIENCE_MILLIS);
    call.setReadTimeout(PATIENCE_MILLIS);
    call.setRequestMethod("POST");
    call.setDoOutput(true);
    call.setRequestProperty("Authorization", "Bearer " + token);
    call.setRequestProperty("Content-Type", "application/json");
    call.setRequestProperty("Idempotency-Key", key);
    byte[] body =
        "{\"customerId\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}"
            .formatted(customer, sku)
            .getBytes(StandardCharsets.UTF_8);
    call.setFixedLengthStreamingMode(body.length);
    call.getOutputStream().write(body);
    int status = call.getResponseCode();
    try (InputStream in = status < 400 ? call.getInputStream() : call.getErrorStream()) {
      return new Answer(
          status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** All clients order from any customer any item for so long. */
  Run run(Duration length) {
    signIn();
    long end = System.nanoTime() + length.toNanos();
    Map<Integer, LongAdder> refused = new ConcurrentHashMap<>();
    List<String> first = new ArrayList<>();
    List<Callable<long[]>> work = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      work.add(() -> client(end, refused, first));
    }
    long[] all = together(work).stream().flatMapToLong(Arrays::stream).sorted().toArray();
    Map<Integer, Long> counts = new TreeMap<>();
    refused.forEach((status, count) -> counts.put(status, count.sum()));
    synchronized (first) {
      return new Run(all, length, counts, first.isEmpty() ? null : first.get(0));
    }
  }

  private long[] client(long end, Map<Integer, LongAdder> refused, List<String> first)
      throws IOException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long[] times = new long[1024];
    int count = 0;
    long begin = System.nanoTime();
    while (begin < end) {
      Answer answer =
          order(
              MallWorld.customer(1 + random.nextInt(MallWorld.CUSTOMERS)),
              MallWorld.sku(1 + random.nextInt(MallWorld.ITEMS)),
              UUID.randomUUID().toString());
      long now = System.nanoTime();
      if (answer.status() == PLACED) {
        if (count == times.length) {
          times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = now - begin;
      } else {
        refused.computeIfAbsent(answer.status(), any -> new LongAdder()).increment();
        synchronized (first) {
          if (first.isEmpty()) {
            first.add(answer.status() + " " + answer.body());
          }
        }
      }
      begin = now;
    }
    return Arrays.copyOf(times, count);
  }

  /** Runs all of it at once and gives back what each found. */
  static <T> List<T> together(List<Callable<T>> work) {
    ExecutorService pool = Executors.newFixedThreadPool(work.size());
    try {
      List<T> found = new ArrayList<>();
      for (Future<T> each : pool.invokeAll(work)) {
        found.add(each.get());
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      throw new LauncherException("a client failed: " + e.getCause(), e);
    } finally {
      pool.shutdownNow();
    }
  }
}
