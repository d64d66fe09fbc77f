package com.heyi.privacy.internal;

import com.heyi.privacy.ChangeRetention;
import com.heyi.privacy.PrivacyError;
import com.heyi.privacy.RetentionMode;
import com.heyi.privacy.RetentionView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.privacy.PersonalData;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The table of how long each kind of record is kept. */
@ApplicationScoped
public class RetentionTable implements PersonalData.Minimums {
  private static final String SELECT =
      "select r.kind, r.mode, r.keep_days, r.minimum_days, r.source, r.verified, r.version,"
          + " r.changed_by, r.changed_at, p.finished_at, p.purged from privacy.retention r"
          + " left join lateral (select finished_at, purged from privacy.purge"
          + " where kind = r.kind order by finished_at desc limit 1) p on true";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected RetentionTable() {}

  RetentionTable(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** All rows, by kind. */
  public List<RetentionView> all() {
    return NamedSql.rows(em, SELECT + " order by r.mode, r.kind").getResultList().stream()
        .map(RetentionTable::view)
        .toList();
  }

  /** Changes how long a kind is kept; the database itself keeps to the legal minimum, too. */
  public RetentionView change(ChangeRetention command) {
    RetentionView row = required(command.kind(), " for update of r");
    SeenVersion.require(command.version(), row.version());
    if (!row.changeable()) {
      throw new HeyiException(PrivacyError.NOT_CHANGEABLE);
    }
    if (command.keepDays() < row.minimumDays()) {
      throw new HeyiException(PrivacyError.BELOW_MINIMUM, command.keepDays(), row.minimumDays());
    }
    em.createNativeQuery(
            "update privacy.retention set keep_days = :days, version = version + 1,"
                + " changed_by = :who, changed_at = :now where kind = :kind")
        .setParameter("days", command.keepDays())
        .setParameter("who", CallContext.current().user())
        .setParameter("now", clock.instant())
        .setParameter("kind", command.kind())
        .executeUpdate();
    ChangeLog.note("retention", command.kind(), "keepDays", row.keepDays(), command.keepDays());
    return required(command.kind(), "");
  }

  /** Before when records of this kind are over. */
  Instant over(String kind) {
    RetentionView row = required(kind, "");
    if (row.mode() != RetentionMode.PURGED) {
      throw new IllegalStateException("Records of kind " + kind + " are not purged");
    }
    return LocalDate.now(clock).minusDays(row.keepDays()).atStartOfDay(clock.getZone()).toInstant();
  }

  void purged(String kind, Instant before, long records) {
    em.createNativeQuery(
            "insert into privacy.purge (id, kind, before, purged, finished_at)"
                + " values (:id, :kind, :before, :purged, :now)")
        .setParameter("id", Ids.next())
        .setParameter("kind", kind)
        .setParameter("before", before)
        .setParameter("purged", records)
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  @Override
  public LocalDate firstDayOver(String kind, LocalDate from) {
    // What the bank keeps longer than it must is its own wish; the person's wish goes before it.
    return from.plusDays(required(kind, "").minimumDays() + 1L);
  }

  private RetentionView required(String kind, String lock) {
    return NamedSql.rows(em, SELECT + " where r.kind = :kind" + lock)
        .setParameter("kind", kind)
        .getResultList()
        .stream()
        .findFirst()
        .map(RetentionTable::view)
        .orElseThrow(() -> new HeyiException(PrivacyError.KIND_UNKNOWN, kind));
  }

  private static RetentionView view(Row row) {
    return new RetentionView(
        row.text("kind"),
        row.constant("mode", RetentionMode.class),
        row.wholeOrNull("keep_days"),
        row.whole("minimum_days"),
        row.text("source"),
        row.flag("verified"),
        row.number("version"),
        row.text("changed_by"),
        row.instant("changed_at"),
        row.instant("finished_at"),
        row.numberOrNull("purged"));
  }
}
