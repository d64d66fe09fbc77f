package com.heyi.invoices.internal;

import com.heyi.imports.BatchRuns;
import com.heyi.imports.ImportRunView;
import com.heyi.invoices.DeliveredQueued;
import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.IssueDelivered;
import com.heyi.mall.CashSales;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.work.Slices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Begins the batches that make invoices for delivered orders; of days that a batch is working on no
 * second one begins. One that a crash has cut off is still at work, for it goes on by itself; one
 * that failed or was stopped is not.
 */
@ApplicationScoped
public class DeliveredBatches {
  private static final int MOST_DAYS = 366;
  private static final int AT_A_TIME = 1000;

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Invoices invoices;
  @Inject private Seller seller;
  @Inject private CashSales sales;
  @Inject private BatchRuns runs;
  private int atATime = AT_A_TIME;

  protected DeliveredBatches() {}

  DeliveredBatches(
      EntityManager em,
      Invoices invoices,
      Seller seller,
      CashSales sales,
      BatchRuns runs,
      int atATime) {
    this.em = em;
    this.invoices = invoices;
    this.seller = seller;
    this.sales = sales;
    this.runs = runs;
    this.atATime = atATime;
  }

  /**
   * @throws HeyiException as {@link com.heyi.invoices.InvoicesFacade#issueDelivered}
   */
  public DeliveredQueued begin(IssueDelivered command) {
    long days = ChronoUnit.DAYS.between(command.from(), command.to());
    if (days < 0 || days >= MOST_DAYS) {
      throw new HeyiException(InvoiceError.DAYS, MOST_DAYS);
    }
    seller.require();
    // Of two who begin at once the second sees the first one's.
    AdvisoryLock.of("invoices.delivered", "begin").take(em);
    running(command)
        .ifPresent(
            run -> {
              throw new HeyiException(InvoiceError.BATCH_RUNNING, run.fileName(), run.id());
            });
    Slices<UUID> orders =
        Slices.of(
                atATime,
                (UUID after, int most) ->
                    sales.delivered(command.from(), command.to(), after, most))
            .only(invoices::without);
    UUID run = orders.hasNext() ? queue(command, orders) : null;
    return new DeliveredQueued((int) orders.count(), run);
  }

  private Optional<ImportRunView> running(IssueDelivered command) {
    List<ImportRunView> active = runs.active(DeliveredInvoices.KIND);
    Set<UUID> ofTheseDays =
        Set.copyOf(
            new Sql(em)
                .list(
                    row -> Sql.uuid(row, "run_id"),
                    "select run_id from invoices.delivered_batch where run_id = any(?)"
                        + " and first_day <= ? and last_day >= ?",
                    Sql.uuids(active, ImportRunView::id),
                    command.to(),
                    command.from()));
    return active.stream().filter(run -> ofTheseDays.contains(run.id())).findFirst();
  }

  private UUID queue(IssueDelivered command, Iterator<UUID> orders) {
    UUID run =
        runs.queue(
                DeliveredInvoices.KIND,
                command.from() + "…" + command.to(),
                DeliveredInvoices.list(orders))
            .id();
    new Sql(em)
        .write(
            "insert into invoices.delivered_batch (run_id, first_day, last_day) values (?, ?, ?)",
            run,
            command.from(),
            command.to());
    return run;
  }
}
