package com.heyi.promotions;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.CustomerSegments;
import com.heyi.imports.BatchRuns;
import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.imports.ImportRunView;
import com.heyi.imports.ImportStatus;
import com.heyi.mall.CancelOrder;
import com.heyi.mall.CheckoutView;
import com.heyi.mall.GrantView;
import com.heyi.mall.ItemView;
import com.heyi.mall.OrderStage;
import com.heyi.mall.OrderView;
import com.heyi.mall.PointsCharges;
import com.heyi.mall.PointsGifts;
import com.heyi.mall.internal.Gifts;
import com.heyi.mall.internal.TestMall;
import com.heyi.mall.internal.TestShop;
import com.heyi.promotions.internal.Benefits;
import com.heyi.promotions.internal.CampaignBook;
import com.heyi.promotions.internal.CampaignIssue;
import com.heyi.promotions.internal.Campaigns;
import com.heyi.promotions.internal.CouponBook;
import com.heyi.promotions.internal.CouponFigures;
import com.heyi.promotions.internal.Coupons;
import com.heyi.promotions.internal.CouponsAtTheCheckout;
import com.heyi.promotions.internal.Earning;
import com.heyi.promotions.internal.Members;
import com.heyi.promotions.internal.Memberships;
import com.heyi.promotions.internal.Pots;
import com.heyi.promotions.internal.PriceOfABasket;
import com.heyi.promotions.internal.PriceQuestions;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Promotions over the real mall and database; each call is a transaction at a moment of its own.
 */
final class PromotionsFixture {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final AtomicInteger SERIAL = new AtomicInteger();

  private final Map<UUID, String> tiers = new ConcurrentHashMap<>();
  private Instant now;
  private List<UUID> audience = List.of();
  private List<String> queued = List.of();

  PromotionsFixture(LocalDate day) {
    todayIs(day);
  }

  void todayIs(LocalDate day) {
    now = day.atTime(12, 0).atZone(ZONE).toInstant();
  }

  void nowIs(Instant moment) {
    now = moment;
  }

  LocalDate today() {
    return now.atZone(ZONE).toLocalDate();
  }

  Instant now() {
    return now;
  }

  /** From now on the customer is of this tier. */
  void isOf(UUID customer, String tier) {
    tiers.put(customer, tier);
  }

  private Optional<String> tier(UUID customer) {
    return Optional.ofNullable(tiers.get(customer));
  }

  /** Everything on one transaction. */
  record Tools(
      EntityManager em,
      Clock clock,
      CustomerDirectory customers,
      CouponFacade coupons,
      CampaignFacade campaigns,
      CouponsAtTheCheckout checkout,
      ImportHandler issuing,
      BenefitFacade benefits,
      EarningFacade earnings,
      Earning earning,
      CouponFiguresFacade figures,
      TestShop shop) {}

  <T> T as(Function<Tools, T> work) {
    return as(null, work);
  }

  /** As the system of a branch that serves all customers, or of none. */
  <T> T as(String branch, Function<Tools, T> work) {
    Clock clock = Clock.fixed(now, ZONE);
    Caller caller =
        new Caller(
            "tester",
            null,
            branch == null ? Set.of(Role.OPERATOR) : Set.of(Role.OPERATOR, Role.BRANCH),
            branch,
            "test",
            UUID.randomUUID().toString(),
            Channel.SYSTEM,
            null,
            Locale.ENGLISH);
    try {
      return CallContext.callAs(
          caller, () -> TestDatabase.get().inTransaction(em -> work.apply(tools(em, clock))));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Tools tools(EntityManager em, Clock clock) {
    CustomerDirectory customers = TestShop.everybody();
    CouponBook book = new CouponBook(em);
    CampaignBook campaignBook = new CampaignBook(em);
    Pots pots = new Pots(em, clock);
    Coupons coupons =
        new Coupons(
            book,
            campaignBook,
            pots,
            new Members(em, clock),
            customers,
            new Everybody(),
            TestShop.baskets(em, clock, this::tier),
            clock);
    PriceOfABasket prices = new PriceOfABasket(book, campaignBook, pots);
    CouponsAtTheCheckout checkout =
        new CouponsAtTheCheckout(
            book, campaignBook, coupons, pots, prices, TestShop.orders(em), clock);
    PointsGifts gifts = Gifts.within(em, clock);
    PointsCharges charges = TestShop.charges(em, clock);
    Members members = new Members(em, clock);
    Memberships memberships =
        new Memberships(em, members, charges, TestShop.cashCharges(em, clock), clock);
    Earning earning = new Earning(em, members, campaignBook, pots, gifts, customers, clock);
    PriceQuestions questions =
        new PriceQuestions(book, prices, TestShop.baskets(em, clock, this::tier), clock);
    return new Tools(
        em,
        clock,
        customers,
        new CouponFacade(coupons, questions, customers),
        new CampaignFacade(
            new Campaigns(campaignBook, book, pots, new Everybody(), new KeptBatches(), clock)),
        checkout,
        new CampaignIssue(campaignBook, book, coupons, customers),
        new BenefitFacade(
            new Benefits(em, customers, members, memberships, book, coupons, gifts, clock),
            memberships,
            customers),
        new EarningFacade(earning, customers),
        earning,
        new CouponFiguresFacade(new CouponFigures(em, clock), clock),
        new TestShop(
            em,
            clock,
            customers,
            this::tier,
            List.of(checkout),
            new TestShop.Hearers(
                event -> checkout.ended(event.orderId()),
                event -> checkout.ended(event.orderId()),
                event -> {
                  if (event.stage() == OrderStage.DELIVERED) {
                    earning.note(event.orderId(), event.customerId(), "EARN");
                  } else if (event.stage() == OrderStage.RETURNED) {
                    earning.note(event.orderId(), event.customerId(), "UNDO");
                  }
                })));
  }

  /** Everybody belongs to every segment but that of branch B9999. */
  private final class Everybody implements CustomerSegments {
    @Override
    public List<UUID> after(Segment segment, UUID after, int most) {
      return audience.stream()
          .sorted(Comparator.comparing(UUID::toString))
          .filter(one -> after == null || one.toString().compareTo(after.toString()) > 0)
          .limit(most)
          .toList();
    }

    @Override
    public boolean contains(Segment segment, UUID customerId) {
      return !"B9999".equals(segment.branch());
    }
  }

  /** The job is not at work here: it keeps the list, and the tests call the handler. */
  private final class KeptBatches implements BatchRuns {
    @Override
    public ImportRunView queue(String kind, String name, Iterator<String> lines) {
      queued = new ArrayList<>();
      lines.forEachRemaining(queued::add);
      return view(Ids.next());
    }

    @Override
    public ImportRunView view(UUID run) {
      return new ImportRunView(
          run,
          "campaign-issue",
          "",
          "",
          ImportStatus.QUEUED,
          "tester",
          now,
          null,
          null,
          0,
          0,
          0,
          0,
          0,
          0,
          null,
          null,
          0);
    }

    @Override
    public List<ImportRunView> active(String kind) {
      throw new UnsupportedOperationException();
    }
  }

  /** Begins the batch for these customers; answers the lines of its list. */
  List<String> listFor(CampaignView campaign, List<UUID> customers) {
    audience = customers;
    CampaignView seen = see(campaign);
    as(tools -> tools.campaigns().issue(new ChangeCampaign(seen.id(), seen.version(), "发放")));
    return queued;
  }

  static String code(String start) {
    return start + "-" + SERIAL.incrementAndGet();
  }

  UUID customer() {
    return Ids.next();
  }

  /** A customer with points. */
  UUID customer(long points) {
    UUID customer = Ids.next();
    as(
        tools -> {
          tools.shop().grant(customer, points);
          return null;
        });
    return customer;
  }

  ItemView item(long price, long stock) {
    return as(tools -> tools.shop().item(code("P"), price, stock));
  }

  /** A bundle of so many pieces of each item, which takes something off. */
  void bundle(long reduced, Map<ItemView, Long> pieces) {
    Map<String, Long> bySku = new LinkedHashMap<>();
    pieces.forEach((item, count) -> bySku.put(item.sku(), count));
    as(
        tools -> {
          tools.shop().bundle(code("BUN"), reduced, bySku);
          return null;
        });
  }

  /** A category below another, or at the top when that is null. */
  String category(String parent) {
    String code = code("CAT");
    as(
        tools -> {
          tools.shop().category(code, parent);
          return null;
        });
    return code;
  }

  /** An item that stands in a category. */
  ItemView itemIn(String category, long price) {
    ItemView item = item(price, 1000);
    as(
        tools -> {
          tools.shop().shelve(item, category);
          return null;
        });
    return item;
  }

  /** Terms that a test changes by {@link Terms}. */
  Terms terms() {
    return new Terms();
  }

  /** A coupon's terms, thirty points off on the days of March unless said otherwise. */
  final class Terms {
    private final String code = code("K");
    private Reduction reduction = Reduction.POINTS;
    private long amount = 30;
    private Points mostOff;
    private long minimum;
    private Validity validity = Validity.DATED;
    private LocalDate from = LocalDate.of(2026, 3, 1);
    private LocalDate until = LocalDate.of(2026, 3, 31);
    private Integer days;
    private String branch;
    private List<String> items = List.of();
    private List<String> categories = List.of();
    private Integer perCustomer;
    private Long total;
    private boolean exclusive;
    private String group = code;
    private int precedence = 100;
    private int restoreDays = 7;

    Terms percent(long percent, Long most) {
      reduction = Reduction.PERCENT;
      amount = percent;
      mostOff = most == null ? null : Points.of(most);
      return this;
    }

    Terms points(long points) {
      amount = points;
      return this;
    }

    Terms minimum(long points) {
      minimum = points;
      return this;
    }

    Terms on(LocalDate first, LocalDate last) {
      from = first;
      until = last;
      return this;
    }

    Terms onTheDayOfIssue() {
      validity = Validity.ISSUE_DAY;
      from = null;
      until = null;
      return this;
    }

    Terms daysAfterIssue(int count) {
      validity = Validity.DAYS_AFTER_ISSUE;
      from = null;
      until = null;
      days = count;
      return this;
    }

    Terms branch(String code) {
      branch = code;
      return this;
    }

    Terms items(ItemView... good) {
      items = java.util.Arrays.stream(good).map(ItemView::sku).toList();
      return this;
    }

    Terms categories(String... codes) {
      categories = List.of(codes);
      return this;
    }

    Terms perCustomer(int most) {
      perCustomer = most;
      return this;
    }

    Terms total(long most) {
      total = most;
      return this;
    }

    Terms exclusive() {
      exclusive = true;
      return this;
    }

    Terms group(String name) {
      group = name;
      return this;
    }

    Terms precedence(int number) {
      precedence = number;
      return this;
    }

    Terms forfeited() {
      restoreDays = 0;
      return this;
    }

    CreateTemplate command() {
      return new CreateTemplate(
          code,
          "优惠券 " + code,
          reduction,
          amount,
          mostOff,
          Points.of(minimum),
          validity,
          from,
          until,
          days,
          branch,
          items,
          categories,
          perCustomer,
          total,
          exclusive,
          group,
          precedence,
          restoreDays);
    }

    TemplateView define() {
      return as(tools -> tools.coupons().createTemplate(command()));
    }
  }

  CouponView issue(TemplateView template, UUID customer) {
    return as(
        tools -> tools.coupons().issue(new IssueCoupon(customer, template.code(), null, null)));
  }

  CouponView issue(CampaignView campaign, UUID customer) {
    return as(
        tools -> tools.coupons().issue(new IssueCoupon(customer, null, campaign.code(), null)));
  }

  /** A campaign that is running on all days of March with this budget. */
  CampaignView campaign(TemplateView template, BudgetUnit unit, long budget) {
    return campaign(template, unit, budget, null);
  }

  CampaignView campaign(TemplateView template, BudgetUnit unit, long budget, String branch) {
    CampaignView made =
        as(
            tools ->
                tools
                    .campaigns()
                    .create(
                        new CreateCampaign(
                            code("C"),
                            "三月活动",
                            LocalDate.of(2026, 3, 1),
                            LocalDate.of(2026, 3, 31),
                            branch,
                            null,
                            template == null ? null : template.code(),
                            unit)));
    CampaignView paid =
        as(
            tools ->
                tools
                    .campaigns()
                    .setBudget(new SetBudget(made.id(), made.version(), budget, "计划")));
    return as(
        tools -> tools.campaigns().start(new ChangeCampaign(paid.id(), paid.version(), "开始")));
  }

  CampaignView see(CampaignView campaign) {
    return as(tools -> tools.campaigns().view(campaign.id()));
  }

  /** Buys a level, or renews the membership that the customer has, as a clerk does who sees it. */
  MembershipView buyLevel(UUID customer, LevelView level, UUID account) {
    return buyLevel(customer, level, account, renewable(customer));
  }

  MembershipView buyLevel(UUID customer, LevelView level, UUID account, UUID renews) {
    return as(t -> t.benefits().buy(new BuyMembership(customer, level.code(), account, renews)));
  }

  private UUID renewable(UUID customer) {
    return this.<List<MembershipView>>as(t -> t.benefits().memberships(customer)).stream()
        .filter(MembershipView::goesOn)
        .map(MembershipView::id)
        .findFirst()
        .orElse(null);
  }

  MembershipView endLevel(MembershipView membership) {
    return as(
        t ->
            t.benefits()
                .endMembership(new EndMembership(membership.id(), membership.version(), "不再需要")));
  }

  CouponView see(CouponView coupon) {
    return as(tools -> tools.coupons().view(coupon.id()));
  }

  void put(UUID customer, ItemView item, long pieces) {
    as(
        tools -> {
          tools.shop().put(customer, item.sku(), pieces);
          return null;
        });
  }

  CheckoutView checkOut(UUID customer, CouponView... coupons) {
    String[] codes = java.util.Arrays.stream(coupons).map(CouponView::code).toArray(String[]::new);
    return as(tools -> tools.shop().begin(ref(tools, customer), codes));
  }

  /** The same at the counter of a branch. */
  CheckoutView checkOutAt(String branch, UUID customer, CouponView... coupons) {
    String[] codes = java.util.Arrays.stream(coupons).map(CouponView::code).toArray(String[]::new);
    return as(branch, tools -> tools.shop().begin(ref(tools, customer), codes));
  }

  private static CustomerRef ref(Tools tools, UUID customer) {
    return tools.customers().require(customer);
  }

  OrderView confirm(CheckoutView checkout) {
    return as(tools -> tools.shop().confirm(checkout.id()));
  }

  void release(CheckoutView checkout) {
    as(
        tools -> {
          tools.shop().release(checkout.id());
          return null;
        });
  }

  OrderView buy(UUID customer, ItemView item, long pieces, CouponView... coupons) {
    put(customer, item, pieces);
    return confirm(checkOut(customer, coupons));
  }

  OrderView cancel(OrderView order, CancelOrder.Line... lines) {
    return as(tools -> tools.shop().cancel(order.id(), lines));
  }

  void bringBack(OrderView order) {
    as(tools -> tools.shop().deliver(order.id()));
    as(
        tools -> {
          tools.shop().bringBack(order.id());
          return null;
        });
  }

  PriceExplained explain(UUID customer, Map<ItemView, Long> lines, CouponView... coupons) {
    return explainAt((String) null, customer, lines, coupons);
  }

  PriceExplained explainAt(
      String branch, UUID customer, Map<ItemView, Long> lines, CouponView... coupons) {
    List<SimulatePrice.Line> asked = new ArrayList<>();
    lines.forEach((item, pieces) -> asked.add(new SimulatePrice.Line(item.sku(), pieces)));
    return as(
        branch,
        tools ->
            tools
                .coupons()
                .explain(
                    new SimulatePrice(
                        customer,
                        asked,
                        java.util.Arrays.stream(coupons).map(CouponView::code).toList(),
                        null)));
  }

  /** What these pieces would cost at a moment, with all coupons that he has. */
  PriceExplained explainAt(Instant at, UUID customer, Map<ItemView, Long> lines) {
    List<SimulatePrice.Line> asked =
        lines.entrySet().stream()
            .map(line -> new SimulatePrice.Line(line.getKey().sku(), line.getValue()))
            .toList();
    return as(tools -> tools.coupons().explain(new SimulatePrice(customer, asked, null, at)));
  }

  /** Begins a checkout with the coupons that were told to apply. */
  CheckoutView checkOutAs(UUID customer, PriceExplained told) {
    String[] codes =
        told.coupons().stream()
            .filter(PriceExplained.Coupon::applied)
            .map(PriceExplained.Coupon::code)
            .toArray(String[]::new);
    return as(tools -> tools.shop().begin(ref(tools, customer), codes));
  }

  /** An offer of an item for a time, to everybody or to a tier. */
  void offer(ItemView item, String tier, long price, Instant from, Instant until) {
    as(
        tools -> {
          tools.shop().offer(item, tier, price, from, until);
          return null;
        });
  }

  /** Works off a list of customers in one slice of the batch that issues a campaign's coupon. */
  ImportOutcome issueToAll(CampaignView campaign, List<UUID> customers) {
    List<List<ImportRecord>> rows = new ArrayList<>();
    long line = 2;
    for (UUID customer : customers) {
      rows.add(
          List.of(
              new ImportRecord(
                  line++,
                  Map.of("campaign", campaign.id().toString(), "customer", customer.toString()))));
    }
    return as(tools -> tools.issuing().loadAll(rows));
  }

  /** Works off an order; something happens between its being read and its points being given. */
  void rewardWhile(OrderView order, Runnable meanwhile) {
    as(
        tools -> {
          EntityManager em = tools.em();
          PointsGifts slow =
              new PointsGifts() {
                private final PointsGifts real = Gifts.within(em, tools.clock());

                @Override
                public GrantView give(UUID customer, Points points, String reason) {
                  meanwhile.run();
                  return real.give(customer, points, reason);
                }

                @Override
                public void takeBack(UUID customer, UUID entry, String reason) {
                  real.takeBack(customer, entry, reason);
                }

                @Override
                public Undone undo(UUID customer, UUID entry, String reason) {
                  return real.undo(customer, entry, reason);
                }
              };
          new Earning(
                  em,
                  new Members(em, tools.clock()),
                  new CampaignBook(em),
                  new Pots(em, tools.clock()),
                  slow,
                  tools.customers(),
                  tools.clock())
              .reward(order.id(), ref(tools, order.customerId()));
          return null;
        });
  }

  /** Notes in a transaction of its own that an order earns, or came to nothing. */
  void note(OrderView order, String what) {
    as(
        tools -> {
          tools.earning().note(order.id(), order.customerId(), what);
          return null;
        });
  }

  long usable(UUID customer) {
    return as(tools -> TestMall.points(tools.em(), tools.clock(), customer).usable().amount());
  }

  long breaches() {
    return as(tools -> TestMall.breaches(tools.em(), tools.clock()));
  }

  /** Whether the lanes of a pot say what its entries say. */
  boolean addsUp(UUID pot) {
    return as(
        tools ->
            (Boolean)
                tools
                    .em()
                    .createNativeQuery(
                        "select (select coalesce(sum(spent), 0) from promotions.pot_lane"
                            + " where pot_id = :pot) = (select coalesce(sum(amount), 0)"
                            + " from promotions.pot_entry where pot_id = :pot and counted)",
                        Boolean.class)
                    .setParameter("pot", pot)
                    .getSingleResult());
  }
}
