package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.FilteredByCustomer;
import com.heyi.mall.ReturnStatus;
import com.heyi.mall.ReturnStep;
import com.heyi.mall.ReturnSummary;
import com.heyi.mall.ReturnView;
import com.heyi.mall.ReturnedGoodsFate;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.persistence.Filter;
import com.heyi.shared.persistence.Listing;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads returns. */
@ApplicationScoped
public class ReturnBook {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CustomerDirectory customers;

  protected ReturnBook() {}

  ReturnBook(EntityManager em, Clock clock, CustomerDirectory customers) {
    this.em = em;
    this.clock = clock;
    this.customers = customers;
  }

  /**
   * A part of the returns.
   *
   * @param branch only returns of this branch; empty for all
   */
  public Page<ReturnSummary> page(PageRequest request, Optional<String> branch) {
    Listing<ReturnRow> listing =
        Listing.of(ReturnRow.class, Sort.descending("requestedAt"))
            .sort("requestedAt", "requestedAt")
            .sort("number", "number")
            .filter("number", Filter.startsWith("number"))
            .filter("order", Filter.startsWith("orderNumber"))
            .filter("orderId", Filter.id("orderId"))
            .filter("customerId", Filter.anyId("customerId"))
            .filter("branch", Filter.equal("branch"))
            .filter("status", Filter.oneOf("status", ReturnStatus.class))
            .filter("from", Filter.fromDay("requestedAt", clock.getZone()))
            .filter("to", Filter.toDay("requestedAt", clock.getZone()));
    branch.ifPresent(own -> listing.only(Filter.equal("branch"), own));
    Page<ReturnRow> rows =
        listing.page(em, FilteredByCustomer.byRecords(request, customers), Function.identity());
    Map<UUID, CustomerRef> names =
        rows.items().isEmpty()
            ? Map.of()
            : customers.findAll(
                rows.items().stream().map(ReturnRow::customerId).collect(Collectors.toSet()));
    return new Page<>(
        rows.items().stream().map(row -> row.summary(names.get(row.customerId()))).toList(),
        rows.nextCursor(),
        rows.total());
  }

  /** The return with all that happened to it. */
  public Optional<ReturnView> find(UUID returnId) {
    Sql sql = new Sql(em);
    List<ReturnView.Line> lines =
        sql.list(
            row ->
                new ReturnView.Line(
                    Sql.uuid(row, "order_line_id"),
                    row.getInt("line_no"),
                    row.getString("sku"),
                    row.getString("name"),
                    Sql.points(row, "price"),
                    row.getLong("quantity"),
                    row.getObject("accepted", Long.class),
                    row.getString("fate") == null
                        ? null
                        : ReturnedGoodsFate.valueOf(row.getString("fate"))),
            "select r.order_line_id, l.line_no, l.sku, l.name, l.price, r.quantity, r.accepted,"
                + " r.fate from mall.goods_return_line r"
                + " join mall.order_line l on l.id = r.order_line_id"
                + " where r.return_id = ? order by r.seq",
            returnId);
    List<ReturnView.Step> steps =
        sql.list(
            row ->
                new ReturnView.Step(
                    ReturnStep.valueOf(row.getString("step")),
                    ReturnStatus.valueOf(row.getString("leads_to")),
                    row.getString("reason"),
                    Sql.instant(row, "taken_at"),
                    row.getString("taken_by")),
            "select step, leads_to, reason, taken_at, taken_by from mall.goods_return_step"
                + " where return_id = ?",
            returnId);
    List<ReturnView.Step> inOrder =
        steps.stream()
            .sorted(Comparator.comparing(ReturnView.Step::at).thenComparing(ReturnView.Step::step))
            .toList();
    return sql.one(
        row -> {
          UUID customerId = Sql.uuid(row, "customer_id");
          Optional<CustomerRef> customer = customers.find(customerId);
          Long refunded = row.getObject("points", Long.class);
          return new ReturnView(
              returnId,
              row.getString("number"),
              Sql.uuid(row, "order_id"),
              row.getString("order_number"),
              customerId,
              customer.map(CustomerRef::number).orElse(null),
              customer.map(CustomerRef::name).orElse(null),
              row.getString("branch"),
              ReturnStatus.valueOf(row.getString("status")),
              row.getLong("version"),
              refunded == null ? null : Points.of(refunded),
              lines,
              inOrder);
        },
        "select g.*, c.points from mall.goods_return g"
            + " left join mall.cancellation c on c.return_id = g.id where g.id = ?",
        returnId);
  }
}
