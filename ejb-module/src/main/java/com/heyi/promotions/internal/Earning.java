package com.heyi.promotions.internal;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.mall.OrderMoved;
import com.heyi.mall.OrderStage;
import com.heyi.mall.PointsGifts;
import com.heyi.promotions.CheckIn;
import com.heyi.promotions.CompleteTask;
import com.heyi.promotions.CompletionView;
import com.heyi.promotions.CreateTask;
import com.heyi.promotions.PromotionsError;
import com.heyi.promotions.TaskKind;
import com.heyi.promotions.TaskView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.persistence.NamedSql;
import com.heyi.shared.persistence.Row;
import com.heyi.shared.text.BookNote;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Tasks that earn points, and earnings that are undone. The customer's row is held while his
 * completions are counted. What is undone is taken back whole, but for what he has lost of it
 * himself; what he has spent of it he owes, and his next earnings go to that first: earn, undo and
 * keep the points does not work.
 */
@ApplicationScoped
public class Earning {
  private static final String COMPLETIONS =
      "select c.id, c.task_id, c.customer_id, c.day, c.streak, c.points, c.settled, c.entry_id,"
          + " c.completed_at, u.completion_id is not null as undone from promotions.completion c"
          + " left join promotions.completion_undone u on u.completion_id = c.id";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Members members;
  @Inject private CampaignBook campaigns;
  @Inject private Pots pots;
  @Inject private PointsGifts gifts;
  @Inject private CustomerDirectory customers;
  @Inject private Clock clock;

  protected Earning() {}

  public Earning(
      EntityManager em,
      Members members,
      CampaignBook campaigns,
      Pots pots,
      PointsGifts gifts,
      CustomerDirectory customers,
      Clock clock) {
    this.em = em;
    this.members = members;
    this.campaigns = campaigns;
    this.pots = pots;
    this.gifts = gifts;
    this.customers = customers;
    this.clock = clock;
  }

  /** All tasks, the newest first. */
  public List<TaskView> tasks() {
    return em.createQuery("from Task t order by t.createdAt desc, t.id", Task.class)
        .getResultStream()
        .map(this::view)
        .toList();
  }

  /**
   * @throws HeyiException {@link PromotionsError#TASK_DUPLICATE}, {@link
   *     PromotionsError#TASK_TERMS}, {@link CommonError#NOT_FOUND} for its campaign
   */
  public TaskView define(CreateTask command) {
    if (find(command.code()).isPresent()) {
      throw new HeyiException(PromotionsError.TASK_DUPLICATE, command.code());
    }
    Campaign campaign =
        command.campaign() == null
            ? null
            : campaigns
                .find(command.campaign())
                .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.campaign()));
    if (campaign != null && campaign.countsCoupons()) {
      throw new HeyiException(PromotionsError.TASK_TERMS, "campaign");
    }
    Task task =
        new Task(
            command,
            campaign == null ? null : campaign.id(),
            CallContext.current().user(),
            clock.instant());
    em.persist(task);
    em.flush();
    return view(task);
  }

  /** Lets it earn nothing any more after today. */
  public TaskView end(UUID taskId) {
    Task task = em.find(Task.class, taskId, LockModeType.PESSIMISTIC_WRITE);
    if (task == null) {
      throw new HeyiException(CommonError.NOT_FOUND, taskId);
    }
    task.endOn(today());
    em.flush();
    return view(task);
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link PromotionsError#TASK_KIND}, {@link
   *     PromotionsError#TASK_NOT_ON}, {@link PromotionsError#TASK_DONE}, {@link
   *     PromotionsError#TASK_CAP}, {@link PromotionsError#BUDGET_EXHAUSTED}
   */
  public CompletionView checkIn(CustomerRef customer, CheckIn command) {
    Task task = require(command.task());
    task.requireKind(TaskKind.CHECK_IN);
    return complete(task, customer.id(), "day:" + today());
  }

  /**
   * @throws HeyiException as {@link #checkIn}
   */
  public CompletionView complete(CustomerRef customer, CompleteTask command) {
    Task task = require(command.task());
    task.requireKind(TaskKind.ACTION);
    return complete(task, customer.id(), "ref:" + command.reference().strip());
  }

  CompletionView complete(Task task, UUID customer, String source) {
    LocalDate today = today();
    task.requireOn(today);
    Set<UUID> his = customers.allRecordsOf(customer);
    members.hold(his);
    if (exists(task, his, source)) {
      throw new HeyiException(PromotionsError.TASK_DONE, task.code());
    }
    long doneToday = count(task, his, today, today);
    task.requireWithinCaps(
        doneToday,
        count(task, his, today.withDayOfMonth(1), today),
        count(task, his, LocalDate.EPOCH, today));
    int streak = task.kind() == TaskKind.CHECK_IN ? streak(task, his, today.minusDays(1)) + 1 : 0;
    Points earned = task.earns(streak);
    UUID id = Ids.next();
    pay(task, earned, id);
    Points settled = owed(his).min(earned);
    Points given = earned.minus(settled);
    UUID entry =
        given.isZero()
            ? null
            : gifts.give(customer, given, BookNote.of("note.task", task.name())).entryId();
    em.createNativeQuery(
            "insert into promotions.completion (id, task_id, customer_id, day, no, source, streak,"
                + " points, settled, entry_id, completed_at, completed_by) values (:id, :task,"
                + " :customer, :day, :no, :source, :streak, :points, :settled,"
                + " cast(:entry as uuid), :at, :by)")
        .setParameter("id", id)
        .setParameter("task", task.id())
        .setParameter("customer", customer)
        .setParameter("day", today)
        .setParameter("no", doneToday + 1)
        .setParameter("source", source)
        .setParameter("streak", streak)
        .setParameter("points", earned.amount())
        .setParameter("settled", settled.amount())
        .setParameter("entry", entry == null ? null : entry.toString())
        .setParameter("at", clock.instant())
        .setParameter("by", CallContext.current().user())
        .executeUpdate();
    ChangeLog.note("customer", customer, "task." + task.code(), null, earned);
    return completion(id);
  }

  private void pay(Task task, Points earned, UUID completion) {
    if (task.campaignId() == null) {
      return;
    }
    Campaign campaign = campaigns.get(task.campaignId());
    campaign.requireOn(today());
    if (!pots.spend(campaign.id(), earned.amount(), "completion:" + completion)) {
      throw new HeyiException(
          PromotionsError.BUDGET_EXHAUSTED, campaign.code(), pots.level(campaign.id()).left());
    }
  }

  /**
   * Takes back what a completion earned, once.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link PromotionsError#TASK_UNDONE}
   */
  public CompletionView undo(CustomerRef customer, UUID completionId, String reason) {
    members.hold(List.of(customer.id()));
    Row done = row(completionId);
    if (done.flag("undone")) {
      throw new HeyiException(PromotionsError.TASK_UNDONE);
    }
    Points earned = done.points("points");
    Points settled = done.points("settled");
    UUID entry = done.uuid("entry_id");
    PointsGifts.Undone undone =
        entry == null
            ? new PointsGifts.Undone(Points.ZERO, Points.ZERO)
            : gifts.undo(customer.id(), entry, reason);
    Points owed = settled.plus(undone.owed());
    em.createNativeQuery(
            "insert into promotions.completion_undone (completion_id, taken_back, owed, reason,"
                + " undone_at, undone_by) values (:id, :back, :owed, :reason, :at, :by)")
        .setParameter("id", completionId)
        .setParameter("back", undone.taken().amount())
        .setParameter("owed", owed.amount())
        .setParameter("reason", reason)
        .setParameter("at", clock.instant())
        .setParameter("by", CallContext.current().user())
        .executeUpdate();
    UUID campaign = em.find(Task.class, done.uuid("task_id")).campaignId();
    if (campaign != null) {
      pots.giveBack(campaign, earned.amount(), "completion:" + completionId);
    }
    ChangeLog.note("completion", completionId, "takenBack", null, undone.taken());
    ChangeLog.note("completion", completionId, "owed", null, owed);
    return completion(completionId);
  }

  /**
   * What a customer owes under all his records: earnings undone after he had spent them, less what
   * he has earned since.
   */
  private Points owed(Set<UUID> records) {
    BigDecimal owed =
        NamedSql.values(
                em,
                "select coalesce(sum(u.owed), 0) - (select coalesce(sum(s.settled), 0)"
                    + " from promotions.completion s"
                    + " where s.customer_id = any(cast(:records as uuid[])))"
                    + " from promotions.completion_undone u"
                    + " join promotions.completion c on c.id = u.completion_id"
                    + " where c.customer_id = any(cast(:records as uuid[]))",
                BigDecimal.class)
            .setParameter("records", NamedSql.uuids(records))
            .getSingleResult();
    return Points.of(Math.max(0, owed.longValueExact()));
  }

  /** A customer's completions, the newest first. */
  public List<CompletionView> ofCustomer(UUID customer) {
    List<Row> rows =
        NamedSql.rows(
                em,
                COMPLETIONS
                    + " where c.customer_id = :customer"
                    + " order by c.completed_at desc, c.id desc limit 200")
            .setParameter("customer", customer)
            .getResultList();
    Map<UUID, Task> tasks =
        em.createQuery("from Task t where t.id in :ids", Task.class)
            .setParameter("ids", rows.stream().map(row -> row.uuid("task_id")).collect(toSet()))
            .getResultStream()
            .collect(toMap(Task::id, Function.identity()));
    return rows.stream().map(row -> completion(row, tasks.get(row.uuid("task_id")))).toList();
  }

  /**
   * Who earned by a completion.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public UUID customerOf(UUID completionId) {
    return row(completionId).uuid("customer_id");
  }

  /**
   * Hears in the order's own transaction that it was delivered or came to nothing, and only notes
   * it: the transaction holds locks of the mall that earning takes later.
   */
  void moved(@Observes OrderMoved event) {
    if (event.stage() == OrderStage.DELIVERED) {
      note(event.orderId(), event.customerId(), "EARN");
    } else if (event.stage() == OrderStage.RETURNED || event.stage() == OrderStage.CANCELLED) {
      note(event.orderId(), event.customerId(), "UNDO");
    }
  }

  /**
   * Notes an order that earns, or that came to nothing.
   *
   * @param what EARN or UNDO
   */
  public void note(UUID order, UUID customer, String what) {
    em.createNativeQuery(
            "insert into promotions.order_to_reward (order_id, customer_id, what, noted_at)"
                + " values (:order, :customer, :what, :now) on conflict do nothing")
        .setParameter("order", order)
        .setParameter("customer", customer)
        .setParameter("what", what)
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  /** Orders that were noted and not worked off yet, the oldest first. */
  public List<UUID> noted(int most) {
    return NamedSql.values(
            em,
            "select order_id from promotions.order_to_reward where done_at is null"
                + " group by order_id order by min(noted_at), order_id limit :most",
            UUID.class)
        .setParameter("most", most)
        .getResultList();
  }

  /**
   * Works off what was noted of an order: earns for it, or takes back what it earned. An order that
   * came to nothing before it was worked off earns nothing.
   *
   * @param customer who ordered
   */
  public void reward(UUID order, CustomerRef customer) {
    members.hold(customers.allRecordsOf(customer.id()));
    List<String> open = open(order);
    String source = "order:" + order;
    if (open.contains("UNDO")) {
      for (UUID completion : earnedBy(source)) {
        if (!row(completion).flag("undone")) {
          undo(customer, completion, BookNote.of("note.order-undone", order.toString()));
        }
      }
    } else if (open.contains("EARN")) {
      for (Task task : orderTasks()) {
        earn(task, customer.id(), source);
      }
    }
    done(order, open);
  }

  /** Only what was read: what has been noted in the meantime is worked off the next time. */
  private void done(UUID order, List<String> read) {
    em.createNativeQuery(
            "update promotions.order_to_reward set done_at = :now"
                + " where order_id = :order and what = any(cast(:read as text[]))"
                + " and done_at is null")
        .setParameter("now", clock.instant())
        .setParameter("order", order)
        .setParameter("read", read.toArray(String[]::new))
        .executeUpdate();
  }

  /** A cap or an empty budget is no failure: the order then earns nothing by this task. */
  private void earn(Task task, UUID customer, String source) {
    try {
      complete(task, customer, source);
    } catch (HeyiException e) {
      ChangeLog.note("customer", customer, "task." + task.code(), null, e.code());
    }
  }

  private List<String> open(UUID order) {
    return NamedSql.values(
            em,
            "select what from promotions.order_to_reward where order_id = :order"
                + " and done_at is null",
            String.class)
        .setParameter("order", order)
        .getResultList();
  }

  private List<Task> orderTasks() {
    return em.createQuery(
            "from Task t where t.kind = :kind and t.startsOn <= :today and t.endsOn >= :today"
                + " order by t.code",
            Task.class)
        .setParameter("kind", TaskKind.ORDER)
        .setParameter("today", today())
        .getResultList();
  }

  private List<UUID> earnedBy(String source) {
    return NamedSql.values(
            em,
            "select id from promotions.completion where source = :source order by id",
            UUID.class)
        .setParameter("source", source)
        .getResultList();
  }

  private boolean exists(Task task, Set<UUID> records, String source) {
    return NamedSql.values(
            em,
            "select exists (select from promotions.completion where task_id = :task"
                + " and customer_id = any(cast(:records as uuid[])) and source = :source)",
            Boolean.class)
        .setParameter("task", task.id())
        .setParameter("records", NamedSql.uuids(records))
        .setParameter("source", source)
        .getSingleResult();
  }

  private long count(Task task, Set<UUID> records, LocalDate from, LocalDate to) {
    return NamedSql.values(
            em,
            "select count(*) from promotions.completion where task_id = :task"
                + " and customer_id = any(cast(:records as uuid[])) and day between :from and :to",
            Long.class)
        .setParameter("task", task.id())
        .setParameter("records", NamedSql.uuids(records))
        .setParameter("from", from)
        .setParameter("to", to)
        .getSingleResult();
  }

  /** Days in a row up to this one; 0 when he did not look in on it. */
  private int streak(Task task, Set<UUID> records, LocalDate day) {
    List<Integer> found =
        NamedSql.values(
                em,
                "select streak from promotions.completion where task_id = :task and customer_id ="
                    + " any(cast(:records as uuid[])) and day = :day order by streak desc",
                Integer.class)
            .setParameter("task", task.id())
            .setParameter("records", NamedSql.uuids(records))
            .setParameter("day", day)
            .getResultList();
    return found.isEmpty() ? 0 : found.get(0);
  }

  private Row row(UUID completion) {
    List<Row> found =
        NamedSql.rows(em, COMPLETIONS + " where c.id = :id")
            .setParameter("id", completion)
            .getResultList();
    if (found.isEmpty()) {
      throw new HeyiException(CommonError.NOT_FOUND, completion);
    }
    return found.get(0);
  }

  private CompletionView completion(UUID id) {
    Row row = row(id);
    return completion(row, em.find(Task.class, row.uuid("task_id")));
  }

  private static CompletionView completion(Row row, Task task) {
    return new CompletionView(
        row.uuid("id"),
        row.uuid("customer_id"),
        task.code(),
        task.name(),
        row.day("day"),
        row.whole("streak"),
        row.points("points"),
        row.points("settled"),
        row.flag("undone"),
        row.instant("completed_at"));
  }

  private Task require(String code) {
    return find(code.strip()).orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, code));
  }

  private Optional<Task> find(String code) {
    return em.createQuery("from Task t where t.code = :code", Task.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  private TaskView view(Task task) {
    return task.view(task.campaignId() == null ? null : campaigns.get(task.campaignId()).code());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
