package com.heyi.complaints.internal;

import com.heyi.imports.ImportHandler;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.shared.facade.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads complaints of the US Consumer Financial Protection Bureau, in the layout that it publishes
 * or as one bank's extract. A complaint becomes a case of its own under the rules {@code US-CFPB};
 * all its fields are kept beside it. No customer, handler or date is invented, and no event is
 * sent: these cases are history.
 *
 * <p>A complaint that is there already is left as it is, but for fields that were empty and that
 * this file has.
 */
@ApplicationScoped
public class CfpbImport implements ImportHandler {
  private static final String RULES = "US-CFPB";

  @Inject private Complaints complaints;
  @Inject private Clock clock;

  protected CfpbImport() {}

  CfpbImport(Complaints complaints, Clock clock) {
    this.complaints = complaints;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "cfpb-complaints";
  }

  @Override
  public List<String> columns() {
    return CfpbRow.COLUMNS;
  }

  @Override
  public ImportOutcome load(List<ImportRecord> group) {
    return loadAll(List.of(group));
  }

  /** Asks the database once for all rows, because a row by itself is a quick insert. */
  @Override
  public ImportOutcome loadAll(List<List<ImportRecord>> groups) {
    ImportOutcome outcome = ImportOutcome.loaded(0);
    Map<ImportRecord, CfpbRow> rows = new LinkedHashMap<>();
    for (ImportRecord record : groups.stream().flatMap(List::stream).toList()) {
      try {
        rows.put(record, CfpbRow.read(record));
      } catch (CfpbRow.Unfit e) {
        outcome = outcome.plus(ImportOutcome.rejected(record, e.code(), e.args()));
      }
    }
    return rows.isEmpty() ? outcome : outcome.plus(store(List.copyOf(rows.values())));
  }

  private ImportOutcome store(List<CfpbRow> rows) {
    Map<Long, CfpbRecord> known =
        complaints.cfpbRecords(rows.stream().map(row -> row.said().complaintId()).toList());
    Map<String, Complaint> recorded =
        complaints.ofSource(
            CfpbRow.SOURCE,
            rows.stream()
                .filter(row -> !known.containsKey(row.said().complaintId()))
                .map(CfpbRow::reference)
                .toList());
    Deadlines deadlines = complaints.deadlinesFor(RULES, LocalDate.now(clock));
    Actor actor = Actor.of(CallContext.current(), clock.instant());
    List<String> numbers = complaints.nextNumbers(rows.size() - known.size());
    int loaded = 0;
    int unchanged = 0;
    int nextNumber = 0;
    for (CfpbRow row : rows) {
      CfpbRecord there = known.get(row.said().complaintId());
      if (there == null) {
        Complaint complaint = recorded.get(row.reference());
        if (complaint == null) {
          complaint = Complaint.takeOver(row.asCase(numbers.get(nextNumber++)), deadlines, actor);
          complaints.add(complaint);
        }
        CfpbRecord record = new CfpbRecord(complaint, row.said());
        complaints.add(record);
        known.put(row.said().complaintId(), record);
        loaded++;
      } else if (there.complete(row.said())) {
        loaded++;
      } else {
        unchanged++;
      }
    }
    return new ImportOutcome(loaded, unchanged, List.of());
  }
}
