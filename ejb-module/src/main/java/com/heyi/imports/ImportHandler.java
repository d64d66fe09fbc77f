package com.heyi.imports;

import java.util.List;
import java.util.UUID;

/**
 * Loads one kind of file. Implemented by the module that owns the data, as an {@code
 * ApplicationScoped} bean.
 *
 * <p>The job hands over groups of records in file order, several of them in one transaction ({@link
 * #loadAll}) that also stores how far the run has come. After a crash the job goes on behind the
 * last group that was committed; so a handler never sees a group twice in one run. A second run of
 * the same file does see every group again: a handler must recognise by the record's own keys what
 * is loaded already, and answer {@link ImportOutcome#unchanged}.
 */
public interface ImportHandler {
  /** Name of the kind, e.g. {@code bank-customers}: lower case, as people type it. */
  String kind();

  /**
   * Whether only Heyi itself writes such files, for a batch whose start has rules of its own: then
   * nobody uploads one.
   */
  default boolean queuedOnly() {
    return false;
  }

  /** The columns that the file's header must have, in any order; further ones are ignored. */
  List<String> columns();

  /**
   * Whether the record belongs to the same group as the one before it. A group is loaded as a
   * whole, like all lines of an invoice.
   */
  default boolean sameGroup(ImportRecord before, ImportRecord record) {
    return false;
  }

  /**
   * Loads a group in the running transaction. Rows that do not fit are reported, not thrown: only
   * trouble that should stop the whole run (such as a lost database) is an exception.
   *
   * @param group one or more records, never empty
   * @return an outcome for every record of the group
   */
  ImportOutcome load(List<ImportRecord> group);

  /**
   * Loads several groups in the running transaction. A handler that can ask the database once for
   * many groups does so here; by default they are loaded one after another.
   */
  default ImportOutcome loadAll(List<List<ImportRecord>> groups) {
    return groups.stream().map(this::load).reduce(ImportOutcome.loaded(0), ImportOutcome::plus);
  }

  /**
   * Loads several groups of a run. A handler whose records have no key of their own tells by the
   * run what an earlier one loaded from what this one repeats; by default the run does not matter.
   *
   * @param run the run, the same for all groups of its file, after a crash too
   */
  default ImportOutcome loadAll(UUID run, List<List<ImportRecord>> groups) {
    return loadAll(groups);
  }
}
