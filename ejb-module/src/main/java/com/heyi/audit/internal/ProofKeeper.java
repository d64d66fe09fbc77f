package com.heyi.audit.internal;

import com.heyi.audit.ProofTrouble;
import com.heyi.audit.ProofView;
import com.heyi.audit.VerificationView;
import com.heyi.audit.chain.Checkpoint;
import com.heyi.audit.chain.Checkpoints;
import com.heyi.audit.chain.Exports;
import com.heyi.audit.chain.Link;
import com.heyi.audit.chain.ProofException;
import com.heyi.audit.chain.Replay;
import com.heyi.audit.chain.Report;
import com.heyi.audit.chain.RowKeys;
import com.heyi.audit.chain.SigningKey;
import com.heyi.audit.chain.Verification;
import com.heyi.shared.time.Timers;
import com.heyi.shared.value.Ids;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the heads of the chain out of the database, signed, every minute, and replays the chain:
 * what is new every hour, all of it every night, and whenever an auditor asks for it.
 *
 * <p>Works on connections of its own and not in the container's transactions: a replay wants one
 * that sees a single moment, and may take long.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProofKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(ProofKeeper.class);
  private static final String SYSTEM = "system";
  private static final String EXPORT = "sign and export heads";
  private static final String REPLAY = "replay the new part of the trail";
  private static final String REPLAY_ALL = "replay the whole trail";
  private static final Duration NOT_AGAIN_WITHIN = Duration.ofMinutes(30);

  @Inject private Clock clock;
  @Resource private TimerService timers;
  @Resource private SessionContext context;

  @Resource(lookup = "java:app/jdbc/heyi")
  private DataSource database;

  @Inject
  @ConfigProperty(name = "heyi.audit.export.every", defaultValue = "PT1M")
  private Duration every;

  /** The minutes of each hour at which what is new is replayed, as a calendar timer takes them. */
  @Inject
  @ConfigProperty(name = "heyi.audit.replay.minute", defaultValue = "35")
  private String minute;

  @Inject
  @ConfigProperty(name = "heyi.audit.export.dir")
  private Optional<String> folder;

  @Inject
  @ConfigProperty(name = "heyi.audit.signing-key")
  private Optional<String> keyFile;

  @Inject
  @ConfigProperty(name = "heyi.audit.export.first", defaultValue = "1")
  private long firstExported;

  private final AtomicBoolean verifying = new AtomicBoolean();
  private volatile Trouble trouble;

  /** What went wrong when the heads should last have been exported. */
  private record Trouble(ProofTrouble kind, String detail, Exception cause) {

    boolean sameAs(Trouble other) {
      return other != null && kind == other.kind && detail.equals(other.detail);
    }
  }

  @PostConstruct
  void start() {
    timers.createIntervalTimer(every.toMillis(), every.toMillis(), new TimerConfig(EXPORT, false));
    Timers.byCalendar(timers, clock, new ScheduleExpression().hour("*").minute(minute), REPLAY);
    Timers.everyDay(timers, clock, LocalTime.of(2, 20), REPLAY_ALL);
  }

  /** Signs and exports where the lanes end now, or replays what is new or all. */
  @Timeout
  void work(Timer timer) {
    String what = (String) timer.getInfo();
    Timers.safely(
        what,
        LOG,
        () -> {
          switch (what) {
            case EXPORT -> exportAndTell();
            case REPLAY -> verifyUnlessJustDone(Verification.Kind.RECENT);
            case REPLAY_ALL -> verifyUnlessJustDone(Verification.Kind.FULL);
            default -> throw new IllegalStateException(what);
          }
        });
  }

  private void exportAndTell() {
    Trouble now = tryToExport();
    if (now != null && !now.sameAs(trouble)) {
      // Told when it begins or changes; meanwhile the audit page shows it all the time.
      LOG.error("The heads of the audit trail are NOT exported: {}", now.detail(), now.cause());
    } else if (now == null && trouble != null) {
      LOG.info("The heads of the audit trail are exported again");
    }
    trouble = now;
  }

  /**
   * Has all of it replayed by a thread of its own; does nothing while this node is replaying.
   *
   * @param who account name of the one who asks
   */
  public void verifyFor(String who) {
    if (ready() && verifying.compareAndSet(false, true)) {
      context.getBusinessObject(ProofKeeper.class).verifyApart(who);
    }
  }

  /** The second half of {@link #verifyFor}. */
  @Asynchronous
  public void verifyApart(String who) {
    verify(Verification.Kind.FULL, who);
  }

  /** How far the trail is proved. */
  public ProofView view() {
    try (Connection connection = database.getConnection()) {
      Optional<Checkpoint> last = Checkpoints.last(connection);
      long covered = last.map(Checkpoint::entries).orElse(0L);
      long all = Checkpoints.heads(connection).stream().mapToLong(Link::seq).sum();
      Trouble now = trouble;
      Instant moment = clock.instant();
      RowKeys keys = KeysInUse.get();
      return new ProofView(
          last.map(Checkpoint::number).orElse(null),
          last.map(Checkpoint::at).orElse(null),
          covered,
          last.map(Checkpoint::hash).orElse(null),
          Math.max(0, all - covered),
          Verification.last(connection, moment, keys).map(VerificationView::of).orElse(null),
          Verification.lastFull(connection, moment, keys).map(VerificationView::of).orElse(null),
          verifying.get(),
          now == null ? null : now.kind(),
          now == null ? null : now.detail());
    } catch (SQLException e) {
      throw new ProofException("cannot read how far the trail is proved", e);
    }
  }

  private Trouble tryToExport() {
    if (keyFile.isEmpty()) {
      return new Trouble(ProofTrouble.NO_KEY, "heyi.audit.signing-key is not set", null);
    }
    if (folder.isEmpty()) {
      return new Trouble(ProofTrouble.NO_FOLDER, "heyi.audit.export.dir is not set", null);
    }
    try {
      SigningKey key = SigningKey.read(Path.of(keyFile.get()));
      Exports exports = new Exports(Path.of(folder.get()));
      inTransaction(
          connection -> {
            Checkpoints.write(connection, clock.instant(), key, PendingRows.written());
            return null;
          });
      inTransaction(connection -> exports.update(connection, key));
      return null;
    } catch (SQLException | RuntimeException e) {
      // Whatever it is: a timer whose method throws is ended by the container, and that in silence.
      return new Trouble(ProofTrouble.FAILED, Objects.requireNonNullElse(e.getMessage(), ""), e);
    }
  }

  /** With several nodes the first does it. */
  private void verifyUnlessJustDone(Verification.Kind kind) {
    try (Connection connection = database.getConnection()) {
      Instant now = clock.instant();
      Instant limit = now.minus(NOT_AGAIN_WITHIN);
      long early = Verification.inTheFuture(connection, now);
      if (early > 0) {
        LOG.error("{} replays of the audit trail say they began in the future: ignored", early);
      }
      Optional<Verification> last =
          kind == Verification.Kind.FULL
              ? Verification.lastFull(connection, now, KeysInUse.get())
              : Verification.last(connection, now, KeysInUse.get());
      if (last.filter(one -> one.startedAt().isAfter(limit)).isPresent()) {
        return;
      }
    } catch (SQLException e) {
      LOG.error("The audit trail cannot be replayed", e);
      return;
    }
    if (ready() && verifying.compareAndSet(false, true)) {
      verify(kind, SYSTEM);
    }
  }

  /** Without key and folder there is nothing to compare the chain with; the page says so. */
  private boolean ready() {
    return keyFile.isPresent() && folder.isPresent();
  }

  private void verify(Verification.Kind kind, String who) {
    try (Connection connection = database.getConnection()) {
      Instant begin = clock.instant();
      Long since = kind == Verification.Kind.FULL ? null : soundUpTo(connection, begin);
      Verification.Kind done = since == null ? Verification.Kind.FULL : Verification.Kind.RECENT;
      Report report = replay(connection, since);
      Verification verification =
          Verification.of(Ids.next(), begin, clock.instant(), who, done, report);
      inTransaction(
          own -> {
            verification.insert(own, KeysInUse.get());
            return null;
          });
      if (report.sound()) {
        LOG.info("Replayed {} rows of the audit trail: sound", report.entries());
      } else {
        report
            .findings()
            .forEach(finding -> LOG.error("The audit trail is BROKEN: {}", finding.line()));
      }
    } catch (SQLException | RuntimeException e) {
      LOG.error("The audit trail cannot be replayed", e);
    } finally {
      verifying.set(false);
    }
  }

  private Report replay(Connection connection, Long since) throws SQLException {
    SigningKey key = SigningKey.read(Path.of(keyFile.orElseThrow()));
    Path exports = Path.of(folder.orElseThrow());
    return since == null
        ? Replay.all(connection, key.verifying(), exports, firstExported)
        : Replay.since(connection, key.verifying(), exports, since, firstExported);
  }

  private static Long soundUpTo(Connection connection, Instant now) throws SQLException {
    return Verification.lastSound(connection, now, KeysInUse.get())
        .map(Verification::checkpoint)
        .orElse(null);
  }

  /** Work on a connection. */
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T inTransaction(Work<T> work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T answer = work.on(connection);
        connection.commit();
        return answer;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }
}
