package com.heyi.promotions.internal;

import com.heyi.promotions.CreateTask;
import com.heyi.promotions.PromotionsError;
import com.heyi.promotions.TaskKind;
import com.heyi.promotions.TaskView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** What earns points. */
@Entity
@Audited
@Table(schema = "promotions", name = "task")
public class Task {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private String code;

  @Column(updatable = false)
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private TaskKind kind;

  @Column(updatable = false)
  private Points points;

  @Column(name = "per_day", updatable = false)
  private int perDay;

  @Column(name = "per_month", updatable = false)
  private Integer perMonth;

  @Column(name = "in_all", updatable = false)
  private Integer inAll;

  @Column(name = "streak_days", updatable = false)
  private Integer streakDays;

  @Column(name = "streak_bonus", updatable = false)
  private Points streakBonus;

  @Column(name = "campaign_id", updatable = false)
  private UUID campaignId;

  @Column(name = "starts_on", updatable = false)
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "created_by", updatable = false)
  private String createdBy;

  protected Task() {}

  /**
   * @throws HeyiException {@link PromotionsError#TASK_TERMS} naming the field
   */
  Task(CreateTask command, UUID campaignId, String by, Instant now) {
    boolean checkIn = command.kind() == TaskKind.CHECK_IN;
    require(!checkIn || command.perDay() == 1, "perDay");
    require((command.streakDays() == null) == (command.streakBonus() == null), "streakBonus");
    require(checkIn || command.streakDays() == null, "streakDays");
    require(!command.endsOn().isBefore(command.startsOn()), "endsOn");
    id = Ids.next();
    code = command.code();
    name = command.name().strip();
    kind = command.kind();
    points = Points.of(command.points());
    perDay = command.perDay();
    perMonth = command.perMonth();
    inAll = command.inAll();
    streakDays = command.streakDays();
    streakBonus = command.streakBonus() == null ? null : Points.of(command.streakBonus());
    this.campaignId = campaignId;
    startsOn = command.startsOn();
    endsOn = command.endsOn();
    createdAt = now;
    createdBy = by;
  }

  private static void require(boolean fits, String field) {
    if (!fits) {
      throw new HeyiException(PromotionsError.TASK_TERMS, field);
    }
  }

  /** Ends it: it earns nothing any more after this day. */
  void endOn(LocalDate day) {
    endsOn = day.isBefore(startsOn) ? startsOn : day;
  }

  /**
   * @throws HeyiException {@link PromotionsError#TASK_NOT_ON}
   */
  void requireOn(LocalDate day) {
    if (day.isBefore(startsOn) || day.isAfter(endsOn)) {
      throw new HeyiException(PromotionsError.TASK_NOT_ON, code, startsOn, endsOn);
    }
  }

  /**
   * @throws HeyiException {@link PromotionsError#TASK_KIND}
   */
  void requireKind(TaskKind wanted) {
    if (kind != wanted) {
      throw new HeyiException(PromotionsError.TASK_KIND, code, kind);
    }
  }

  /**
   * @param today completions of the day
   * @param month completions of the calendar month
   * @param ever completions at any time
   * @throws HeyiException {@link PromotionsError#TASK_CAP}
   */
  void requireWithinCaps(long today, long month, long ever) {
    requireLess(today, perDay);
    requireLess(month, perMonth);
    requireLess(ever, inAll);
  }

  private void requireLess(long done, Integer most) {
    if (most != null && done >= most) {
      throw new HeyiException(PromotionsError.TASK_CAP, code, most);
    }
  }

  /** What is earned on so manieth day in a row. */
  Points earns(int streak) {
    boolean bonus = streakDays != null && streak > 0 && streak % streakDays == 0;
    return bonus ? points.plus(streakBonus) : points;
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
  }

  String name() {
    return name;
  }

  TaskKind kind() {
    return kind;
  }

  UUID campaignId() {
    return campaignId;
  }

  TaskView view(String campaign) {
    return new TaskView(
        id,
        code,
        name,
        kind,
        points,
        perDay,
        perMonth,
        inAll,
        streakDays,
        streakBonus,
        campaign,
        startsOn,
        endsOn);
  }
}
