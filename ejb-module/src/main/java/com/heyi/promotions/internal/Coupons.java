package com.heyi.promotions.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.CustomerSegments;
import com.heyi.mall.Baskets;
import com.heyi.promotions.CouponStep;
import com.heyi.promotions.CouponView;
import com.heyi.promotions.CreateTemplate;
import com.heyi.promotions.IssueCoupon;
import com.heyi.promotions.PromotionsError;
import com.heyi.promotions.RevokeCoupon;
import com.heyi.promotions.StopTemplate;
import com.heyi.promotions.TemplateView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Defines kinds of coupons, gives coupons to customers and takes back what was not used. */
@ApplicationScoped
public class Coupons {
  private static final int MOST_SHOWN = 500;
  private static final UUID NOBODY = new UUID(0, 0);

  private CouponBook book;
  private CampaignBook campaigns;
  private Pots pots;
  private Members members;
  private CustomerDirectory customers;
  private CustomerSegments segments;
  private Baskets baskets;
  private Clock clock;

  protected Coupons() {}

  @Inject
  public Coupons(
      CouponBook book,
      CampaignBook campaigns,
      Pots pots,
      Members members,
      CustomerDirectory customers,
      CustomerSegments segments,
      Baskets baskets,
      Clock clock) {
    this.book = book;
    this.campaigns = campaigns;
    this.pots = pots;
    this.members = members;
    this.customers = customers;
    this.segments = segments;
    this.baskets = baskets;
    this.clock = clock;
  }

  /**
   * @throws HeyiException {@link PromotionsError#TEMPLATE_DUPLICATE}, {@link
   *     PromotionsError#TEMPLATE_TERMS}, {@code category.unknown}
   */
  public TemplateView define(CreateTemplate terms) {
    if (book.findTemplate(terms.code()).isPresent()) {
      throw new HeyiException(PromotionsError.TEMPLATE_DUPLICATE, terms.code());
    }
    Template template = new Template(terms, CallContext.current().user(), clock.instant());
    book.add(template);
    book.flush();
    if (!terms.items().isEmpty()) {
      book.limit(template, terms.items());
    }
    if (!terms.categories().isEmpty()) {
      baskets.requireCategories(terms.categories());
      book.limitToCategories(template, terms.categories());
    }
    if (template.total() != null) {
      pots.allot(template.id(), template.total());
    }
    return view(template);
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}
   */
  public TemplateView stop(StopTemplate command) {
    Template template = book.template(command.templateId());
    template.stop(command.expectedVersion());
    book.flush();
    return view(template);
  }

  public TemplateView template(UUID id) {
    return view(book.template(id));
  }

  public Page<TemplateView> templates(PageRequest request) {
    return book.templates(request);
  }

  private TemplateView view(Template template) {
    return template.limited()
        ? template.view(book.items(template.id()), book.categories(template.id()))
        : template.view();
  }

  /**
   * Gives one customer a coupon.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND} and what {@link #refusal} names
   */
  public CouponView issue(CustomerRef customer, IssueCoupon command) {
    Campaign campaign =
        given(command.campaign())
            ? campaigns
                .find(command.campaign().strip())
                .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.campaign()))
            : null;
    Template template = kind(command.template(), campaign);
    Issuing issuing = issue(template, campaign, List.of(customer.id()), command.reason());
    if (!issuing.refused().isEmpty()) {
      throw issuing.refused().get(customer.id());
    }
    return see(issuing.coupons().get(0), true);
  }

  private Template kind(String code, Campaign campaign) {
    if (given(code)) {
      Template template =
          book.findTemplate(code.strip())
              .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, code));
      boolean another =
          campaign != null
              && campaign.templateId().filter(id -> !id.equals(template.id())).isPresent();
      if (another) {
        throw new HeyiException(PromotionsError.CAMPAIGN_NO_COUPON, campaign.code());
      }
      return template;
    }
    if (campaign == null) {
      throw new HeyiException(CommonError.NOT_FOUND, "");
    }
    return campaign
        .templateId()
        .map(book::template)
        .orElseThrow(() -> new HeyiException(PromotionsError.CAMPAIGN_NO_COUPON, campaign.code()));
  }

  private static boolean given(String text) {
    return text != null && !text.isBlank();
  }

  /**
   * What came of giving coupons to customers.
   *
   * @param coupons those that were issued
   * @param refused why the others got none
   */
  record Issuing(List<Coupon> coupons, Map<UUID, HeyiException> refused) {}

  /**
   * Gives each of these customers a coupon, if he may have one, under all his records together, and
   * it can be paid for. The rows of the customers come first, then the pots, each once: so nobody
   * waits in a ring.
   */
  Issuing issue(Template template, Campaign campaign, Collection<UUID> wanted, String reason) {
    LocalDate today = LocalDate.now(clock);
    template.requireActive();
    template.lastDay(today);
    if (campaign != null) {
      campaign.requireOn(today);
    }
    Map<UUID, Set<UUID>> records = customers.allRecordsOf(wanted);
    Set<UUID> all = new HashSet<>();
    records.values().forEach(all::addAll);
    members.hold(all);
    Map<UUID, HeyiException> refused = new LinkedHashMap<>();
    Map<UUID, Long> had =
        template.perCustomer() == null
            ? new HashMap<>()
            : new HashMap<>(book.had(template.id(), all));
    Set<UUID> have =
        campaign == null
            ? new HashSet<>()
            : new HashSet<>(book.having(campaign.id(), template.id(), all));
    List<UUID> fit = new ArrayList<>();
    for (UUID customer : wanted) {
      Set<UUID> his = records.get(customer);
      HeyiException refusal =
          refusal(
              template,
              campaign,
              customer,
              his.stream().mapToLong(one -> had.getOrDefault(one, 0L)).sum(),
              his.stream().anyMatch(have::contains));
      if (refusal == null) {
        fit.add(customer);
        // Another record of his may be wanted too.
        had.merge(customer, 1L, Long::sum);
        have.add(customer);
      } else {
        refused.put(customer, refusal);
      }
    }
    List<Coupon> coupons = new ArrayList<>();
    for (UUID customer : fit) {
      coupons.add(
          new Coupon(
              template,
              campaign == null ? null : campaign.id(),
              customer,
              CouponCodes.next(),
              clock.instant(),
              today));
    }
    int paid = coupons.isEmpty() ? 0 : pay(template, campaign, coupons);
    for (UUID customer : fit.subList(paid, fit.size())) {
      refused.put(customer, exhausted(template, campaign));
    }
    List<Coupon> issued = coupons.subList(0, paid);
    for (Coupon coupon : issued) {
      book.add(coupon);
      record(coupon, CouponStep.ISSUED, CouponMove.Bound.NOTHING, reason);
    }
    book.flush();
    return new Issuing(issued, refused);
  }

  private HeyiException refusal(
      Template template, Campaign campaign, UUID customer, long had, boolean has) {
    if (campaign != null && has) {
      return new HeyiException(PromotionsError.CAMPAIGN_HAS_IT, campaign.code());
    }
    if (template.perCustomer() != null && had >= template.perCustomer()) {
      return new HeyiException(
          PromotionsError.COUPON_CUSTOMER_CAP, template.code(), template.perCustomer());
    }
    if (campaign != null && !segments.contains(campaign.audience(), customer)) {
      return new HeyiException(PromotionsError.CAMPAIGN_AUDIENCE, campaign.code());
    }
    return null;
  }

  /** Takes the coupons from all the pots that count them; answers for how many there was enough. */
  private int pay(Template template, Campaign campaign, List<Coupon> coupons) {
    List<UUID> counting =
        Stream.of(
                template.total() == null ? null : template.id(),
                campaign != null && campaign.countsCoupons() ? campaign.id() : null)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    String cause = "coupon:" + coupons.get(0).id();
    long paid = coupons.size();
    Map<UUID, Long> spent = new LinkedHashMap<>();
    for (UUID pot : counting) {
      paid = paid == 0 ? 0 : pots.spendAtMost(pot, paid, cause);
      spent.put(pot, paid);
    }
    for (Map.Entry<UUID, Long> pot : spent.entrySet()) {
      if (pot.getValue() > paid) {
        pots.giveBack(pot.getKey(), pot.getValue() - paid, cause);
      }
    }
    return (int) paid;
  }

  private HeyiException exhausted(Template template, Campaign campaign) {
    boolean campaignIsOut =
        campaign != null && campaign.countsCoupons() && pots.level(campaign.id()).left() <= 0;
    return campaignIsOut
        ? new HeyiException(PromotionsError.BUDGET_EXHAUSTED, campaign.code(), 0)
        : new HeyiException(PromotionsError.COUPON_TOTAL_CAP, template.code(), template.total());
  }

  /**
   * @throws HeyiException {@link PromotionsError#COUPON_NOT_AVAILABLE}
   */
  public CouponView revoke(RevokeCoupon command) {
    Coupon coupon =
        book.hold(command.couponId())
            .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.couponId()));
    customers.require(coupon.customerId());
    coupon.revoke();
    record(coupon, CouponStep.REVOKED, CouponMove.Bound.NOTHING, command.reason().strip());
    String cause = "coupon:" + coupon.id();
    if (book.template(coupon.templateId()).total() != null) {
      pots.giveBack(coupon.templateId(), 1, cause);
    }
    if (coupon.campaignId() != null && campaigns.get(coupon.campaignId()).countsCoupons()) {
      pots.giveBack(coupon.campaignId(), 1, cause);
    }
    book.flush();
    return see(coupon, true);
  }

  /** Records what has just happened to a coupon. */
  void record(Coupon coupon, CouponStep step, CouponMove.Bound bound, String reason) {
    book.add(
        new CouponMove(coupon, step, bound, reason, clock.instant(), CallContext.current().user()));
    ChangeLog.note("coupon", coupon.id(), "step", null, step);
  }

  /** A coupon with its history, for a caller who may see its customer. */
  public CouponView view(UUID id) {
    Coupon coupon = book.find(id).orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
    customers.require(coupon.customerId());
    return see(coupon, true);
  }

  /** A customer's coupons, the newest first. */
  public List<CouponView> ofCustomer(CustomerRef customer) {
    return views(book.ofCustomer(customer.id(), MOST_SHOWN));
  }

  /** Filters name customers by number, templates and campaigns by code. */
  public Page<CouponView> page(PageRequest request) {
    Map<String, String> filters = new LinkedHashMap<>(request.filters());
    String customer = filters.remove("customer");
    if (customer != null) {
      filters.put(
          "customerId",
          customers.findByNumber(customer).map(CustomerRef::id).orElse(NOBODY).toString());
    }
    String template = filters.remove("template");
    if (template != null) {
      filters.put(
          "templateId", book.findTemplate(template).map(Template::id).orElse(NOBODY).toString());
    }
    String campaign = filters.remove("campaign");
    if (campaign != null) {
      filters.put(
          "campaignId", campaigns.find(campaign).map(Campaign::id).orElse(NOBODY).toString());
    }
    Page<Coupon> page = book.coupons(request.filteredBy(filters), clock.getZone());
    return new Page<>(views(page.items()), page.nextCursor(), page.total());
  }

  CouponView see(Coupon coupon, boolean withMoves) {
    return view(
        coupon,
        book.template(coupon.templateId()),
        coupon.campaignId() == null ? null : campaigns.get(coupon.campaignId()).code(),
        customers.find(coupon.customerId()).orElse(null),
        withMoves ? book.moves(coupon.id()).stream().map(CouponMove::view).toList() : List.of());
  }

  private List<CouponView> views(List<Coupon> coupons) {
    if (coupons.isEmpty()) {
      return List.of();
    }
    Map<UUID, Template> kinds = book.templates(coupons.stream().map(Coupon::templateId).toList());
    Map<UUID, Campaign> from =
        campaigns.findAll(
            coupons.stream().map(Coupon::campaignId).filter(Objects::nonNull).toList());
    Map<UUID, CustomerRef> known =
        customers.findAll(coupons.stream().map(Coupon::customerId).collect(Collectors.toSet()));
    return coupons.stream()
        .map(
            coupon ->
                view(
                    coupon,
                    kinds.get(coupon.templateId()),
                    coupon.campaignId() == null ? null : from.get(coupon.campaignId()).code(),
                    known.get(coupon.customerId()),
                    List.of()))
        .toList();
  }

  private CouponView view(
      Coupon coupon,
      Template template,
      String campaign,
      CustomerRef customer,
      List<CouponView.Move> moves) {
    return new CouponView(
        coupon.id(),
        coupon.code(),
        template.code(),
        template.name(),
        campaign,
        coupon.customerId(),
        customer == null ? null : customer.number(),
        customer == null ? null : customer.name(),
        coupon.status(),
        coupon.validFrom(),
        coupon.validUntil(),
        coupon.expired(LocalDate.now(clock)),
        coupon.pointsOff(),
        coupon.orderId(),
        coupon.issuedAt(),
        moves);
  }
}
