package com.heyi.promotions.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.mall.PointsGifts;
import com.heyi.promotions.BenefitToday;
import com.heyi.promotions.BenefitView;
import com.heyi.promotions.CreateBenefit;
import com.heyi.promotions.PromotionsError;
import com.heyi.promotions.TakeBenefit;
import com.heyi.promotions.TakenView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.text.BookNote;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Benefits by the calendar, and who has taken which. */
@ApplicationScoped
public class Benefits {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private CustomerDirectory customers;
  @Inject private Members members;
  @Inject private Memberships memberships;
  @Inject private CouponBook book;
  @Inject private Coupons coupons;
  @Inject private PointsGifts gifts;
  @Inject private Clock clock;

  protected Benefits() {}

  public Benefits(
      EntityManager em,
      CustomerDirectory customers,
      Members members,
      Memberships memberships,
      CouponBook book,
      Coupons coupons,
      PointsGifts gifts,
      Clock clock) {
    this.em = em;
    this.customers = customers;
    this.members = members;
    this.memberships = memberships;
    this.book = book;
    this.coupons = coupons;
    this.gifts = gifts;
    this.clock = clock;
  }

  /** All benefits, the newest first. */
  public List<BenefitView> list() {
    return views(
        em.createQuery("from Benefit b order by b.createdAt desc, b.id", Benefit.class)
            .getResultList());
  }

  /**
   * @throws HeyiException {@link PromotionsError#BENEFIT_DUPLICATE}, {@link
   *     PromotionsError#BENEFIT_TERMS}, {@link CommonError#NOT_FOUND} for its coupon or level
   */
  public BenefitView define(CreateBenefit command) {
    if (find(command.code()).isPresent()) {
      throw new HeyiException(PromotionsError.BENEFIT_DUPLICATE, command.code());
    }
    UUID template =
        command.template() == null
            ? null
            : book.findTemplate(command.template())
                .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.template()))
                .id();
    Integer rank =
        command.level() == null
            ? null
            : memberships
                .findLevel(command.level())
                .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.level()))
                .rank();
    Benefit benefit =
        new Benefit(command, template, rank, CallContext.current().user(), clock.instant());
    em.persist(benefit);
    em.flush();
    return view(benefit);
  }

  /** Lets nobody take it any more after today. */
  public BenefitView end(UUID benefitId) {
    Benefit benefit = em.find(Benefit.class, benefitId, LockModeType.PESSIMISTIC_WRITE);
    if (benefit == null) {
      throw new HeyiException(CommonError.NOT_FOUND, benefitId);
    }
    benefit.endOn(today());
    em.flush();
    return view(benefit);
  }

  /** The benefits that a customer may have, as he finds them today. */
  public List<BenefitToday> today(CustomerRef customer) {
    LocalDate today = today();
    int rank = memberships.rank(customer.id(), today);
    List<Benefit> his =
        em.createQuery(
                "from Benefit b where b.endsOn >= :today order by b.startsOn, b.code",
                Benefit.class)
            .setParameter("today", today)
            .getResultStream()
            .filter(benefit -> benefit.isFor(customer.branch(), rank))
            .toList();
    Map<UUID, List<LocalDate>> days = taken(customers.allRecordsOf(customer.id()));
    List<BenefitView> views = views(his);
    List<BenefitToday> found = new ArrayList<>();
    for (Benefit benefit : his) {
      List<LocalDate> taken = days.getOrDefault(benefit.id(), List.of());
      Calendar calendar = benefit.calendar();
      found.add(
          new BenefitToday(
              customer.id(),
              views.get(found.size()),
              calendar.allows(today, taken),
              calendar.takenIn(calendar.period(today), taken),
              calendar.next(today, taken).orElse(null)));
    }
    return found;
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link PromotionsError#BENEFIT_NOT_FOR},
   *     {@link PromotionsError#BENEFIT_NOT_TODAY}, and why its coupon is not issued
   */
  public TakenView take(CustomerRef customer, TakeBenefit command) {
    Benefit benefit =
        find(command.benefit().strip())
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.benefit()));
    Set<UUID> his = customers.allRecordsOf(customer.id());
    members.hold(his);
    LocalDate today = today();
    if (!benefit.isFor(customer.branch(), memberships.rank(customer.id(), today))) {
      throw new HeyiException(PromotionsError.BENEFIT_NOT_FOR, benefit.code());
    }
    List<LocalDate> taken = new ArrayList<>(taken(benefit.id(), his));
    Calendar calendar = benefit.calendar();
    if (!calendar.allows(today, taken)) {
      throw new HeyiException(
          PromotionsError.BENEFIT_NOT_TODAY,
          benefit.code(),
          calendar.next(today, taken).map(LocalDate::toString).orElse("—"));
    }
    Coupon coupon = benefit.templateId() == null ? null : coupon(benefit, customer.id());
    UUID entry =
        coupon != null
            ? null
            : gifts
                .give(
                    customer.id(),
                    benefit.points(),
                    BookNote.of("note.benefit", benefit.view(null, null).name()))
                .entryId();
    long no = calendar.takenIn(calendar.period(today), taken) + 1;
    UUID id = write(benefit, customer.id(), today, (int) no, coupon, entry);
    taken.add(today);
    return new TakenView(
        id,
        customer.id(),
        benefit.code(),
        today,
        coupon == null ? null : coupon.code(),
        benefit.points(),
        calendar.next(today, taken).orElse(null));
  }

  private Coupon coupon(Benefit benefit, UUID customer) {
    Coupons.Issuing issuing =
        coupons.issue(book.template(benefit.templateId()), null, List.of(customer), null);
    if (!issuing.refused().isEmpty()) {
      throw issuing.refused().get(customer);
    }
    return issuing.coupons().get(0);
  }

  private UUID write(
      Benefit benefit, UUID customer, LocalDate today, int no, Coupon coupon, UUID entry) {
    UUID id = Ids.next();
    em.createNativeQuery(
            "insert into promotions.benefit_take (id, benefit_id, customer_id, day, period, no,"
                + " coupon_id, entry_id, taken_at, taken_by) values (:id, :benefit, :customer,"
                + " :day, :period, :no, cast(:coupon as uuid), cast(:entry as uuid), :at, :by)")
        .setParameter("id", id)
        .setParameter("benefit", benefit.id())
        .setParameter("customer", customer)
        .setParameter("day", today)
        .setParameter("period", benefit.calendar().period(today))
        .setParameter("no", no)
        .setParameter("coupon", coupon == null ? null : coupon.id().toString())
        .setParameter("entry", entry == null ? null : entry.toString())
        .setParameter("at", clock.instant())
        .setParameter("by", CallContext.current().user())
        .executeUpdate();
    ChangeLog.note("customer", customer, "benefit." + benefit.code(), null, today);
    return id;
  }

  private List<LocalDate> taken(UUID benefit, Set<UUID> records) {
    return NamedSql.values(
            em,
            "select day from promotions.benefit_take where benefit_id = :benefit"
                + " and customer_id = any(cast(:records as uuid[])) and day > cast(:since as date)",
            LocalDate.class)
        .setParameter("benefit", benefit)
        .setParameter("records", NamedSql.uuids(records))
        .setParameter("since", today().minusMonths(2))
        .getResultList();
  }

  /** When a customer has taken what, of late. */
  private Map<UUID, List<LocalDate>> taken(Set<UUID> records) {
    return NamedSql.rows(
            em,
            "select benefit_id, day from promotions.benefit_take where customer_id ="
                + " any(cast(:records as uuid[])) and day > cast(:since as date)")
        .setParameter("records", NamedSql.uuids(records))
        .setParameter("since", today().minusMonths(2))
        .getResultList()
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> row.uuid("benefit_id"),
                Collectors.mapping(row -> row.day("day"), Collectors.toList())));
  }

  private Optional<Benefit> find(String code) {
    return em.createQuery("from Benefit b where b.code = :code", Benefit.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  /** All kinds of coupons and all levels that they name are read once. */
  private List<BenefitView> views(List<Benefit> benefits) {
    Map<UUID, Template> kinds =
        book.templates(
            benefits.stream().map(Benefit::templateId).filter(Objects::nonNull).toList());
    Map<Integer, Optional<String>> levels = new HashMap<>();
    return benefits.stream()
        .map(
            benefit ->
                benefit.view(
                    benefit.templateId() == null ? null : kinds.get(benefit.templateId()).code(),
                    levels
                        .computeIfAbsent(
                            benefit.leastRank(),
                            rank -> Optional.ofNullable(memberships.levelOfRank(rank)))
                        .orElse(null)))
        .toList();
  }

  private BenefitView view(Benefit benefit) {
    return benefit.view(
        benefit.templateId() == null ? null : book.template(benefit.templateId()).code(),
        memberships.levelOfRank(benefit.leastRank()));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
