package com.heyi.mall.internal;

import com.heyi.mall.AnswerReview;
import com.heyi.mall.DecideReview;
import com.heyi.mall.ItemReviews;
import com.heyi.mall.MallError;
import com.heyi.mall.PendingReviews;
import com.heyi.mall.ReportReview;
import com.heyi.mall.ReviewStatus;
import com.heyi.mall.ReviewView;
import com.heyi.mall.WriteReview;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.WithoutIdentifiers;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes down what buyers say, and lets others read it when somebody has published it. */
@ApplicationScoped
public class Reviews {
  private static final int MOST_PENDING = 200;
  private static final int LATEST = 20;
  private static final String SHOWN = "status in ('PUBLISHED', 'REPORTED')";
  private static final String SELECT =
      "select r.*, o.id as order_id, o.number, l.sku, l.name from mall.review r"
          + " join mall.order_line l on l.id = r.order_line_id"
          + " join mall.customer_order o on o.id = l.order_id";

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Reviews() {}

  Reviews(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** What a customer has received, kept in part at least, and not reviewed; the latest first. */
  public PendingReviews pending(UUID customerId) {
    return new PendingReviews(
        customerId,
        new Sql(em)
            .list(
                row ->
                    new PendingReviews.Line(
                        Sql.uuid(row, "id"),
                        row.getString("number"),
                        Sql.uuid(row, "item_id"),
                        row.getString("sku"),
                        row.getString("name"),
                        Sql.instant(row, "delivered_at")),
                "select l.id, o.number, l.item_id, l.sku, l.name, o.delivered_at"
                    + " from mall.customer_order o join mall.order_line l on l.order_id = o.id"
                    + " where o.customer_id = ? and o.stage = 'DELIVERED'"
                    + " and l.cancelled + l.returned < l.quantity and not exists"
                    + " (select from mall.review r where r.order_line_id = l.id)"
                    + " order by o.delivered_at desc, o.id, l.line_no limit ?",
                customerId,
                MOST_PENDING));
  }

  private record Bought(
      UUID itemId, UUID customerId, String branch, Instant deliveredAt, long kept) {}

  /**
   * @return id of the review
   * @throws HeyiException {@link MallError#REVIEW_NOT_BUYER}, {@link
   *     MallError#REVIEW_NOT_DELIVERED}, {@link MallError#REVIEW_TWICE}
   */
  public UUID write(WriteReview command) {
    Sql sql = new Sql(em);
    // The line is held, so that it cannot come back at the same moment.
    Bought bought =
        sql.one(
                row ->
                    new Bought(
                        Sql.uuid(row, "item_id"),
                        Sql.uuid(row, "customer_id"),
                        row.getString("branch"),
                        Sql.instantOrNull(row, "delivered_at"),
                        row.getLong("kept")),
                "select l.item_id, o.customer_id, o.branch, o.delivered_at,"
                    + " l.quantity - l.cancelled - l.returned as kept from mall.order_line l"
                    + " join mall.customer_order o on o.id = l.order_id where l.id = ?"
                    + " for share of l",
                command.orderLineId())
            .filter(line -> line.customerId().equals(command.customerId()))
            .orElseThrow(() -> new HeyiException(MallError.REVIEW_NOT_BUYER));
    if (bought.deliveredAt() == null || bought.kept() == 0) {
      throw new HeyiException(MallError.REVIEW_NOT_DELIVERED);
    }
    UUID id = Ids.next();
    int written =
        sql.write(
            "insert into mall.review (id, order_line_id, item_id, customer_id, branch, stars,"
                + " words, status, written_at, written_by, version)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict (order_line_id)"
                + " do nothing",
            id,
            command.orderLineId(),
            bought.itemId(),
            bought.customerId(),
            bought.branch(),
            command.stars(),
            WithoutIdentifiers.of(command.words().strip()),
            ReviewStatus.PENDING,
            clock.instant(),
            CallContext.current().user());
    if (written == 0) {
      throw new HeyiException(MallError.REVIEW_TWICE);
    }
    ChangeLog.note("review", id, "status", null, ReviewStatus.PENDING);
    ChangeLog.note("review", id, "stars", null, command.stars());
    return id;
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#REVIEW_DECIDED}, {@link MallError#REVIEW_REASON}
   */
  public void decide(DecideReview command, ReviewStatus to) {
    ReviewView seen = require(command.reviewId());
    String reason = to == ReviewStatus.REFUSED ? reasonOf(command) : null;
    if (seen.status() != ReviewStatus.PENDING) {
      throw new HeyiException(MallError.REVIEW_DECIDED, seen.status());
    }
    int decided =
        new Sql(em)
            .write(
                "update mall.review set status = ?, decided_at = ?, decided_by = ?, reason = ?,"
                    + " version = version + 1 where id = ? and version = ?",
                to,
                clock.instant(),
                CallContext.current().user(),
                reason,
                seen.id(),
                command.version());
    requireStill(decided, command.version(), seen);
    ChangeLog.note("review", seen.id(), "status", seen.status(), to);
  }

  private static String reasonOf(DecideReview command) {
    if (command.reason() == null || command.reason().isBlank()) {
      throw new HeyiException(MallError.REVIEW_REASON);
    }
    return WithoutIdentifiers.of(command.reason().strip());
  }

  private static void requireStill(int changed, long version, ReviewView seen) {
    if (changed == 0) {
      throw new HeyiException(CommonError.VERSION_MOVED, version, seen.version());
    }
  }

  private ReviewView requireShown(UUID id) {
    ReviewView seen = require(id);
    if (!seen.shown()) {
      throw new HeyiException(MallError.REVIEW_NOT_SHOWN);
    }
    return seen;
  }

  /**
   * @return the item
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#REVIEW_NOT_SHOWN}, {@link
   *     MallError#REVIEW_REPORTED}
   */
  public UUID report(ReportReview command) {
    ReviewView seen = requireShown(command.reviewId());
    int reported =
        new Sql(em)
            .write(
                "update mall.review set status = ?, reported_at = ?, reported_by = ?,"
                    + " report_reason = ?, version = version + 1 where id = ? and status = ?",
                ReviewStatus.REPORTED,
                clock.instant(),
                CallContext.current().user(),
                WithoutIdentifiers.of(command.reason().strip()),
                seen.id(),
                ReviewStatus.PUBLISHED);
    if (reported == 0) {
      throw new HeyiException(MallError.REVIEW_REPORTED);
    }
    ChangeLog.note("review", seen.id(), "status", seen.status(), ReviewStatus.REPORTED);
    return seen.itemId();
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#REVIEW_NOT_REPORTED}
   */
  public void keep(DecideReview command) {
    ReviewView seen = require(command.reviewId());
    if (seen.status() != ReviewStatus.REPORTED) {
      throw new HeyiException(MallError.REVIEW_NOT_REPORTED);
    }
    int kept =
        new Sql(em)
            .write(
                "update mall.review set status = ?, version = version + 1"
                    + " where id = ? and version = ?",
                ReviewStatus.PUBLISHED,
                seen.id(),
                command.version());
    requireStill(kept, command.version(), seen);
    ChangeLog.note("review", seen.id(), "status", seen.status(), ReviewStatus.PUBLISHED);
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#REVIEW_REASON}, {@link MallError#REVIEW_NOT_SHOWN}
   */
  public void hide(DecideReview command) {
    String reason = reasonOf(command);
    ReviewView seen = requireShown(command.reviewId());
    int hidden =
        new Sql(em)
            .write(
                "update mall.review set status = ?, hidden_at = ?, hidden_by = ?, reason = ?,"
                    + " version = version + 1 where id = ? and version = ?",
                ReviewStatus.HIDDEN,
                clock.instant(),
                CallContext.current().user(),
                reason,
                seen.id(),
                command.version());
    requireStill(hidden, command.version(), seen);
    ChangeLog.note("review", seen.id(), "status", seen.status(), ReviewStatus.HIDDEN);
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#REVIEW_NOT_SHOWN}, {@link MallError#REVIEW_ANSWERED}
   */
  public void answer(AnswerReview command) {
    ReviewView seen = requireShown(command.reviewId());
    if (!seen.answerable()) {
      throw new HeyiException(MallError.REVIEW_ANSWERED);
    }
    String answer = WithoutIdentifiers.of(command.answer().strip());
    int answered =
        new Sql(em)
            .write(
                "update mall.review set answer = ?, answered_at = ?, answered_by = ?,"
                    + " version = version + 1 where id = ? and version = ?",
                answer,
                clock.instant(),
                CallContext.current().user(),
                seen.id(),
                command.version());
    requireStill(answered, command.version(), seen);
    ChangeLog.note("review", seen.id(), "answer", null, answer);
  }

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public ReviewView require(UUID id) {
    return read(List.of(id)).values().stream()
        .findFirst()
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, String.valueOf(id)));
  }

  /** A part of the reviews; what they are about comes with one query for the whole part. */
  public Page<ReviewView> page(PageRequest request) {
    Page<ReviewRow> rows =
        Listing.of(ReviewRow.class, Sort.descending("writtenAt"))
            .sort("writtenAt", "writtenAt")
            .sort("stars", "stars")
            .filter("status", Filter.oneOf("status", ReviewStatus.class))
            .filter("itemId", Filter.id("itemId"))
            .page(em, request, Function.identity());
    Map<UUID, ReviewView> views = read(rows.items().stream().map(ReviewRow::id).toList());
    return new Page<>(
        rows.items().stream().map(row -> views.get(row.id())).toList(),
        rows.nextCursor(),
        rows.total());
  }

  private Map<UUID, ReviewView> read(List<UUID> ids) {
    return new Sql(em)
        .list(Reviews::view, SELECT + " where r.id = any(?)", (Object) Sql.uuids(ids)).stream()
            .collect(Collectors.toMap(ReviewView::id, Function.identity()));
  }

  private static ReviewView view(ResultSet row) throws SQLException {
    return new ReviewView(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "order_id"),
        row.getString("number"),
        Sql.uuid(row, "item_id"),
        row.getString("sku"),
        row.getString("name"),
        Sql.uuid(row, "customer_id"),
        row.getString("branch"),
        row.getInt("stars"),
        row.getString("words"),
        ReviewStatus.valueOf(row.getString("status")),
        Sql.instant(row, "written_at"),
        Sql.instantOrNull(row, "decided_at"),
        row.getString("decided_by"),
        row.getString("reason"),
        row.getString("report_reason"),
        Sql.instantOrNull(row, "reported_at"),
        row.getString("answer"),
        Sql.instantOrNull(row, "answered_at"),
        row.getLong("version"));
  }

  private record Rated(int stars, long reviews) {}

  /** What is published about an item; words of an erased person are left out, his stars count. */
  public ItemReviews ofItem(UUID itemId) {
    Sql sql = new Sql(em);
    List<Long> byStars = new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L));
    sql.list(
            row -> new Rated(row.getInt("stars"), row.getLong("reviews")),
            "select stars, count(*) as reviews from mall.review"
                + " where item_id = ? and "
                + SHOWN
                + " group by stars",
            itemId)
        .forEach(rated -> byStars.set(rated.stars() - 1, rated.reviews()));
    List<ItemReviews.Said> latest =
        sql.list(
            row ->
                new ItemReviews.Said(
                    Sql.uuid(row, "id"),
                    row.getInt("stars"),
                    row.getString("words"),
                    Sql.instant(row, "written_at"),
                    row.getString("answer")),
            "select id, stars, words, written_at, answer from mall.review where item_id = ?"
                + " and words <> '—' and "
                + SHOWN
                + " order by written_at desc, id desc limit ?",
            itemId,
            LATEST);
    long count = byStars.stream().mapToLong(Long::longValue).sum();
    return new ItemReviews(itemId, average(byStars, count).orElse(null), count, byStars, latest);
  }

  private static Optional<BigDecimal> average(List<Long> byStars, long count) {
    if (count == 0) {
      return Optional.empty();
    }
    long stars = 0;
    for (int each = 0; each < byStars.size(); each++) {
      stars += (each + 1) * byStars.get(each);
    }
    return Optional.of(
        BigDecimal.valueOf(stars).divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP));
  }
}
