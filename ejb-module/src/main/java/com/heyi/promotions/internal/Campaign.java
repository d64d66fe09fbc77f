package com.heyi.promotions.internal;

import com.heyi.accounts.CustomerSegments.Segment;
import com.heyi.imports.ImportRunView;
import com.heyi.promotions.BudgetUnit;
import com.heyi.promotions.CampaignStatus;
import com.heyi.promotions.CampaignView;
import com.heyi.promotions.CreateCampaign;
import com.heyi.promotions.PromotionsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A period, an audience and a budget. */
@Entity
@Audited
@Table(schema = "promotions", name = "campaign")
public class Campaign {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private String code;

  @Column(updatable = false)
  private String name;

  @Enumerated(EnumType.STRING)
  private CampaignStatus status;

  @Column(name = "starts_on", updatable = false)
  private LocalDate startsOn;

  @Column(name = "ends_on", updatable = false)
  private LocalDate endsOn;

  @Column(updatable = false)
  private String branch;

  @Column(name = "registered_since", updatable = false)
  private LocalDate registeredSince;

  @Column(name = "template_id", updatable = false)
  private UUID templateId;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private BudgetUnit unit;

  private long budget;

  @Column(name = "run_id")
  private UUID runId;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "created_by", updatable = false)
  private String createdBy;

  protected Campaign() {}

  /**
   * @throws HeyiException {@link PromotionsError#CAMPAIGN_DAYS}
   */
  Campaign(CreateCampaign command, UUID templateId, String by, Instant now, LocalDate today) {
    if (command.endsOn().isBefore(command.startsOn()) || command.endsOn().isBefore(today)) {
      throw new HeyiException(PromotionsError.CAMPAIGN_DAYS);
    }
    id = Ids.next();
    code = command.code();
    name = command.name().strip();
    status = CampaignStatus.DRAFT;
    startsOn = command.startsOn();
    endsOn = command.endsOn();
    branch = command.branch();
    registeredSince = command.registeredSince();
    this.templateId = templateId;
    unit = command.unit();
    createdAt = now;
    createdBy = by;
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  void allow(long amount) {
    budget = amount;
  }

  /**
   * @throws HeyiException {@link PromotionsError#CAMPAIGN_STATUS}, {@link
   *     PromotionsError#CAMPAIGN_NO_BUDGET}, {@link PromotionsError#CAMPAIGN_NOT_ON}
   */
  void start(LocalDate today) {
    if (status == CampaignStatus.RUNNING) {
      throw new HeyiException(PromotionsError.CAMPAIGN_STATUS, status);
    }
    if (budget == 0) {
      throw new HeyiException(PromotionsError.CAMPAIGN_NO_BUDGET, code);
    }
    if (today.isAfter(endsOn)) {
      throw new HeyiException(PromotionsError.CAMPAIGN_NOT_ON, code, startsOn, endsOn);
    }
    status = CampaignStatus.RUNNING;
  }

  /**
   * @throws HeyiException {@link PromotionsError#CAMPAIGN_STATUS}
   */
  void stop() {
    requireRunning();
    status = CampaignStatus.STOPPED;
  }

  void issuesBy(UUID run) {
    runId = run;
  }

  private void requireRunning() {
    if (status != CampaignStatus.RUNNING) {
      throw new HeyiException(PromotionsError.CAMPAIGN_STATUS, status);
    }
  }

  /**
   * @throws HeyiException {@link PromotionsError#CAMPAIGN_STATUS}, {@link
   *     PromotionsError#CAMPAIGN_NOT_ON}
   */
  void requireOn(LocalDate today) {
    requireRunning();
    if (today.isBefore(startsOn) || today.isAfter(endsOn)) {
      throw new HeyiException(PromotionsError.CAMPAIGN_NOT_ON, code, startsOn, endsOn);
    }
  }

  boolean countsCoupons() {
    return unit == BudgetUnit.COUPONS;
  }

  Segment audience() {
    return new Segment(branch, registeredSince);
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
  }

  CampaignStatus status() {
    return status;
  }

  Optional<UUID> templateId() {
    return Optional.ofNullable(templateId);
  }

  Optional<UUID> run() {
    return Optional.ofNullable(runId);
  }

  CampaignView view(String template, long spent, long coupons, long taken, ImportRunView run) {
    return new CampaignView(
        id,
        version,
        code,
        name,
        status,
        startsOn,
        endsOn,
        branch,
        registeredSince,
        template,
        unit,
        budget,
        spent,
        coupons,
        taken,
        run,
        createdAt,
        createdBy);
  }
}
