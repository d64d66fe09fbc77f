package com.heyi.promotions.internal;

import com.heyi.promotions.CreateTemplate;
import com.heyi.promotions.PromotionsError;
import com.heyi.promotions.Reduction;
import com.heyi.promotions.TemplateStatus;
import com.heyi.promotions.TemplateView;
import com.heyi.promotions.Validity;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.SeenVersion;
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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.envers.Audited;

/** What a kind of coupon is good for. Nothing of it changes but that it is stopped. */
@Entity
@Audited
@DynamicUpdate
@Table(schema = "promotions", name = "coupon_template")
public class Template {
  @Id private UUID id;
  @Version private long version;
  private String code;
  private String name;

  @Enumerated(EnumType.STRING)
  private TemplateStatus status;

  @Enumerated(EnumType.STRING)
  private Reduction reduction;

  private long amount;

  @Column(name = "most_off")
  private Points mostOff;

  @Column(name = "minimum_spend")
  private Points minimumSpend;

  @Enumerated(EnumType.STRING)
  private Validity validity;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  @Column(name = "valid_days")
  private Integer validDays;

  private String branch;
  private boolean limited;

  @Column(name = "per_customer")
  private Integer perCustomer;

  private Long total;
  private boolean exclusive;

  @Column(name = "stack_group")
  private String stackGroup;

  private int precedence;

  @Column(name = "restore_days")
  private int restoreDays;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  protected Template() {}

  /**
   * @throws HeyiException {@link PromotionsError#TEMPLATE_TERMS} naming the field
   */
  Template(CreateTemplate terms, String by, Instant now) {
    requireFitting(terms);
    id = Ids.next();
    code = terms.code();
    name = terms.name().strip();
    status = TemplateStatus.ACTIVE;
    reduction = terms.reduction();
    amount = terms.amount();
    mostOff = terms.mostOff();
    minimumSpend = terms.minimumSpend();
    validity = terms.validity();
    validFrom = terms.validFrom();
    validUntil = terms.validUntil();
    validDays = terms.validDays();
    branch = terms.branch();
    limited = !terms.items().isEmpty() || !terms.categories().isEmpty();
    perCustomer = terms.perCustomer();
    total = terms.total();
    exclusive = terms.exclusive();
    stackGroup = terms.stackGroup().strip();
    precedence = terms.precedence();
    restoreDays = terms.restoreDays();
    createdAt = now;
    createdBy = by;
  }

  private static void requireFitting(CreateTemplate terms) {
    boolean dated = terms.validity() == Validity.DATED;
    boolean days = terms.validity() == Validity.DAYS_AFTER_ISSUE;
    boolean percent = terms.reduction() == Reduction.PERCENT;
    require(!percent || terms.amount() <= 100, "amount");
    require(terms.mostOff() == null || percent && !terms.mostOff().isZero(), "mostOff");
    require(dated == (terms.validFrom() != null), "validFrom");
    require(dated == (terms.validUntil() != null), "validUntil");
    require(!dated || !terms.validUntil().isBefore(terms.validFrom()), "validUntil");
    require(days == (terms.validDays() != null), "validDays");
  }

  private static void require(boolean fits, String field) {
    if (!fits) {
      throw new HeyiException(PromotionsError.TEMPLATE_TERMS, field);
    }
  }

  void stop(long expectedVersion) {
    SeenVersion.require(expectedVersion, version);
    status = TemplateStatus.STOPPED;
  }

  /** First day of a coupon issued on this day. */
  LocalDate firstDay(LocalDate issued) {
    return validity == Validity.DATED && validFrom.isAfter(issued) ? validFrom : issued;
  }

  /**
   * Last day of a coupon issued on this day.
   *
   * @throws HeyiException {@link PromotionsError#COUPON_ALWAYS_EXPIRED}
   */
  LocalDate lastDay(LocalDate issued) {
    LocalDate last =
        switch (validity) {
          case DATED -> validUntil;
          case ISSUE_DAY -> issued;
          case DAYS_AFTER_ISSUE -> issued.plusDays(validDays);
        };
    if (last.isBefore(issued)) {
      throw new HeyiException(PromotionsError.COUPON_ALWAYS_EXPIRED, code);
    }
    return last;
  }

  /**
   * @throws HeyiException {@link PromotionsError#TEMPLATE_STOPPED}
   */
  void requireActive() {
    if (status != TemplateStatus.ACTIVE) {
      throw new HeyiException(PromotionsError.TEMPLATE_STOPPED, code);
    }
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

  boolean limited() {
    return limited;
  }

  Integer perCustomer() {
    return perCustomer;
  }

  Long total() {
    return total;
  }

  int restoreDays() {
    return restoreDays;
  }

  /** What it says without the items and categories that it is good for. */
  TemplateView view() {
    return view(List.of(), List.of());
  }

  TemplateView view(List<String> items, List<String> categories) {
    return new TemplateView(
        id,
        version,
        code,
        name,
        status,
        reduction,
        amount,
        mostOff,
        minimumSpend,
        validity,
        validFrom,
        validUntil,
        validDays,
        branch,
        items,
        categories,
        limited,
        perCustomer,
        total,
        exclusive,
        stackGroup,
        precedence,
        restoreDays,
        createdAt,
        createdBy);
  }
}
