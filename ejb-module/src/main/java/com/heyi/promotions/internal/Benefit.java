package com.heyi.promotions.internal;

import com.heyi.promotions.BenefitView;
import com.heyi.promotions.CreateBenefit;
import com.heyi.promotions.PromotionsError;
import com.heyi.promotions.Rhythm;
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
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** What customers may take by a rhythm: a coupon or points. */
@Entity
@Audited
@Table(schema = "promotions", name = "benefit")
public class Benefit {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private String code;

  @Column(updatable = false)
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Rhythm rhythm;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private DayOfWeek weekday;

  @Column(name = "template_id", updatable = false)
  private UUID templateId;

  @Column(updatable = false)
  private Points points;

  @Column(name = "least_rank", updatable = false)
  private Integer leastRank;

  @Column(updatable = false)
  private String branch;

  @Column(name = "starts_on", updatable = false)
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "created_by", updatable = false)
  private String createdBy;

  protected Benefit() {}

  /**
   * @throws HeyiException {@link PromotionsError#BENEFIT_TERMS} naming the field
   */
  Benefit(CreateBenefit command, UUID templateId, Integer leastRank, String by, Instant now) {
    require((command.rhythm() == Rhythm.ON_A_WEEKDAY) == (command.weekday() != null), "weekday");
    require((command.template() == null) != (command.points() == null), "points");
    require(!command.endsOn().isBefore(command.startsOn()), "endsOn");
    id = Ids.next();
    code = command.code();
    name = command.name().strip();
    rhythm = command.rhythm();
    weekday = command.weekday();
    this.templateId = templateId;
    points = command.points() == null ? null : Points.of(command.points());
    this.leastRank = leastRank;
    branch = command.branch();
    startsOn = command.startsOn();
    endsOn = command.endsOn();
    createdAt = now;
    createdBy = by;
  }

  private static void require(boolean fits, String field) {
    if (!fits) {
      throw new HeyiException(PromotionsError.BENEFIT_TERMS, field);
    }
  }

  /** Ends it: nobody takes it any more after this day. */
  void endOn(LocalDate day) {
    endsOn = day.isBefore(startsOn) ? startsOn : day;
  }

  /** Whether it is for somebody of this branch and rank of level. */
  boolean isFor(String homeBranch, int rank) {
    return (branch == null || branch.equals(homeBranch))
        && (leastRank == null || rank >= leastRank);
  }

  Calendar calendar() {
    return new Calendar(rhythm, weekday, startsOn, endsOn);
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
  }

  UUID templateId() {
    return templateId;
  }

  Points points() {
    return points;
  }

  Integer leastRank() {
    return leastRank;
  }

  BenefitView view(String template, String level) {
    return new BenefitView(
        id, code, name, rhythm, weekday, template, points, level, branch, startsOn, endsOn);
  }
}
