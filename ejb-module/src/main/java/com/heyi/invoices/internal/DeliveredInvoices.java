package com.heyi.invoices.internal;

import com.heyi.imports.BatchList;
import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.invoices.InvoiceError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The batch that makes invoices for delivered orders. Its file is the list of orders, written when
 * it is started; so it has the place, the progress, the rejects and the way through a crash of
 * every import.
 */
@ApplicationScoped
public class DeliveredInvoices implements ImportHandler {
  static final String KIND = "delivered-invoices";
  private static final String ORDER = "order";

  /** Somebody has made its invoice meanwhile, or all that was to be invoiced has come back. */
  private static final Set<InvoiceError> NOTHING_LEFT_TO_DO =
      Set.of(InvoiceError.ALREADY, InvoiceError.PAID_BY_CARD, InvoiceError.NO_CASH);

  private Issuing issuing;

  protected DeliveredInvoices() {}

  @Inject
  public DeliveredInvoices(Issuing issuing) {
    this.issuing = issuing;
  }

  /** The list that the batch works off. */
  static Iterator<String> list(Iterator<UUID> orders) {
    return BatchList.of(ORDER, orders, UUID::toString);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean queuedOnly() {
    return true;
  }

  @Override
  public List<String> columns() {
    return List.of(ORDER);
  }

  @Override
  public ImportOutcome load(List<ImportRecord> group) {
    return loadAll(List.of(group));
  }

  @Override
  public ImportOutcome loadAll(List<List<ImportRecord>> groups) {
    ImportOutcome outcome = ImportOutcome.loaded(0);
    Map<UUID, ImportRecord> wanted = new LinkedHashMap<>();
    for (ImportRecord row : groups.stream().flatMap(List::stream).toList()) {
      Optional<UUID> order = Ids.find(row.get(ORDER));
      if (order.isEmpty()) {
        outcome =
            outcome.plus(ImportOutcome.rejected(row, CommonError.NOT_FOUND.code(), row.get(ORDER)));
      } else if (wanted.putIfAbsent(order.get(), row) != null) {
        outcome = outcome.plus(ImportOutcome.unchanged(1));
      }
    }
    return wanted.isEmpty() ? outcome : outcome.plus(issue(wanted));
  }

  private ImportOutcome issue(Map<UUID, ImportRecord> wanted) {
    Map<UUID, Optional<HeyiException>> became;
    try {
      became = issuing.issueAll(wanted.keySet());
    } catch (HeyiException e) {
      // The seller's own state, asked before anything is written.
      return ImportOutcome.allRejected(List.copyOf(wanted.values()), e.code(), e.args().toArray());
    }
    return became.entrySet().stream()
        .map(one -> outcome(wanted.get(one.getKey()), one.getValue()))
        .reduce(ImportOutcome.loaded(0), ImportOutcome::plus);
  }

  private static ImportOutcome outcome(ImportRecord row, Optional<HeyiException> refused) {
    if (refused.isEmpty()) {
      return ImportOutcome.loaded(1);
    }
    HeyiException why = refused.get();
    return NOTHING_LEFT_TO_DO.stream().anyMatch(error -> error == why.error())
        ? ImportOutcome.unchanged(1)
        : ImportOutcome.rejected(row, why.code(), why.args().toArray());
  }
}
