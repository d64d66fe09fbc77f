package com.heyi.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the records of a group: {@code loaded + unchanged + rejects.size()} is the number
 * of records in it.
 *
 * @param loaded records newly loaded
 * @param unchanged records that were there already, from an earlier run
 * @param rejects records that do not fit, each with its reason
 */
public record ImportOutcome(int loaded, int unchanged, List<Reject> rejects) {
  public ImportOutcome {
    rejects = List.copyOf(rejects);
  }

  /**
   * A record that does not fit.
   *
   * @param line its line in the file
   * @param code stable code of the reason, also the key of its text
   * @param args arguments for the text, in order
   */
  public record Reject(long line, String code, List<Object> args) {
    public Reject {
      args = List.copyOf(args);
    }
  }

  public static ImportOutcome loaded(int records) {
    return new ImportOutcome(records, 0, List.of());
  }

  public static ImportOutcome unchanged(int records) {
    return new ImportOutcome(0, records, List.of());
  }

  /** Rejects one record for this reason. */
  public static ImportOutcome rejected(ImportRecord record, String code, Object... args) {
    return new ImportOutcome(0, 0, List.of(new Reject(record.line(), code, List.of(args))));
  }

  /** Rejects a whole group for the same reason, a row each. */
  public static ImportOutcome allRejected(List<ImportRecord> group, String code, Object... args) {
    return group.stream()
        .map(record -> rejected(record, code, args))
        .reduce(ImportOutcome::plus)
        .orElseThrow();
  }

  /** The two outcomes taken together. */
  public ImportOutcome plus(ImportOutcome other) {
    List<Reject> all = new ArrayList<>(rejects);
    all.addAll(other.rejects);
    return new ImportOutcome(loaded + other.loaded, unchanged + other.unchanged, all);
  }
}
