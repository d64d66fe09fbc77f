package com.heyi.audit;

import com.heyi.audit.internal.AuditEntry;
import com.heyi.audit.internal.AuditTrail;
import com.heyi.audit.internal.Exporting;
import com.heyi.audit.internal.Histories;
import com.heyi.audit.internal.ProofKeeper;
import com.heyi.audit.internal.ReadingHabits;
import com.heyi.audit.internal.SavedSearches;
import com.heyi.audit.internal.Subjects;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The auditor's workplace: reads the trail and the versions of records. Nobody writes to the trail
 * through here, and all that an auditor can change are the searches that he keeps.
 */
@Facade
@Stateless
public class AuditFacade {
  /** A list's total is told up to this many; one more stands for more than these. */
  public static final int MOST_COUNTED = 10_000;

  @Inject private AuditTrail trail;
  @Inject private ProofKeeper proof;
  @Inject private Subjects subjects;
  @Inject private Histories histories;
  @Inject private ReadingHabits habits;
  @Inject private SavedSearches searches;

  /**
   * A part of the trail, newest first unless asked otherwise.
   *
   * <p>Filters: {@code text} (any part of a reason, of a value or name of a changed field, or of an
   * action; all of a target, user or request), {@code who}, {@code role}, {@code action}
   * (beginning), {@code module}, {@code target}, {@code field} (changed), {@code change}, {@code
   * outcome}, {@code error}, {@code approval} (an id or {@code any}), {@code channel}, {@code
   * branch}, {@code address}, {@code requestId}, {@code from} and {@code to} (days in the bank's
   * zone). Sorts: {@code recordedAt}, {@code who}, {@code action}. A total stops at {@link
   * #MOST_COUNTED} and one.
   */
  @Query(value = "audit.list", by = Role.AUDITOR, personalData = true)
  public Page<AuditEntryView> list(PageRequest request) {
    return trail.page(request);
  }

  /**
   * One row.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(value = "audit.view", by = Role.AUDITOR, personalData = true)
  public AuditEntryView view(UUID id) {
    return trail
        .find(id)
        .map(AuditEntry::view)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, id));
  }

  /**
   * The record that people know by a number, of a customer, an order, an item or a complaint; or
   * that is named as targets name it, {@code customer:0197…}.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(value = "audit.find-subject", by = Role.AUDITOR)
  public Subject subject(String text) {
    return subjects
        .find(text)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, text.strip()));
  }

  /**
   * What the trail tells of one record and of what belongs to it in any module: of a customer, his
   * accounts, orders and complaints too. Newest first; filters and sorts as {@link #list}.
   */
  @Query(value = "audit.timeline", by = Role.AUDITOR, personalData = true)
  public Page<AuditEntryView> timeline(Subject subject, PageRequest request) {
    return trail.about(subject, request);
  }

  /**
   * The versions of a record, the latest first.
   *
   * @throws HeyiException {@link AuditError#NO_HISTORY}
   */
  @Query(value = "audit.versions", by = Role.AUDITOR, personalData = true)
  public List<RecordVersion> versions(Subject subject) {
    return histories.versions(subject);
  }

  /**
   * Two versions of a record field by field, personal values masked.
   *
   * @throws HeyiException {@link AuditError#NO_HISTORY}, {@link AuditError#NO_VERSION}
   */
  @Query(value = "audit.compare", by = Role.AUDITOR, personalData = true)
  public List<FieldDifference> compare(CompareVersions versions) {
    return histories.compare(versions);
  }

  /**
   * One masked value in full. The trail keeps who saw which field of which version and why, and not
   * the value.
   *
   * @throws HeyiException {@link AuditError#NO_HISTORY}, {@link AuditError#NO_VERSION}, {@link
   *     AuditError#NOT_MASKED}
   */
  @Query(value = "audit.reveal", by = Role.AUDITOR, personalData = true)
  public RevealedValue reveal(RevealValue wanted) {
    RevealedValue revealed = histories.reveal(wanted);
    Subject subject = wanted.subject();
    ChangeLog.note(
        subject.thing(),
        subject.id(),
        "audit.revealed",
        null,
        wanted.field() + "@" + wanted.revision());
    return revealed;
  }

  /** Days on which somebody read the data of unusually many customers. */
  @Query(value = "audit.unusual-reads", by = Role.AUDITOR, personalData = true)
  public UnusualReads unusualReads() {
    return habits.unusual();
  }

  /**
   * Gives the rows of a search to a file. The row of the trail keeps what was searched for, how
   * many rows there were and the hash of the file.
   *
   * @return how many rows
   */
  @Query(value = "audit.export", by = Role.AUDITOR, personalData = true)
  public long export(TrailExport request, ExportSink sink) {
    Subject subject = request.subject();
    Exporting.Outcome outcome =
        new Exporting(page -> trail.pageOfMany(subject, page)).run(request, sink);
    noteExport(
        new ExportMade(
            subject == null ? "trail" : "timeline",
            request.format(),
            told(request.filters()),
            outcome.rows(),
            outcome.sha256()));
    return outcome.rows();
  }

  /** Records a file that was made of another of the auditor's lists, before it is handed over. */
  @Query(value = "audit.export-list", by = Role.AUDITOR, personalData = true)
  public void exported(ExportMade made) {
    noteExport(made);
  }

  /** The searches that the caller keeps, by name. */
  @Query(value = "audit.searches", by = Role.AUDITOR)
  public List<SavedSearchView> searches() {
    return searches.of(CallContext.current().user());
  }

  /**
   * Keeps a search on the caller's own desk.
   *
   * @throws HeyiException {@link AuditError#SEARCH_DUPLICATE}, {@link AuditError#SEARCHES_FULL}
   */
  @Command(value = "audit.save-search", by = Role.AUDITOR)
  public SavedSearchView save(SaveSearch command) {
    return searches.save(CallContext.current().user(), command);
  }

  /**
   * Renames one of the caller's own searches.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link AuditError#SEARCH_DUPLICATE}
   */
  @Command(value = "audit.rename-search", by = Role.AUDITOR)
  public SavedSearchView rename(RenameSearch command) {
    return searches.rename(CallContext.current().user(), command);
  }

  /**
   * Deletes one of the caller's own searches.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Command(value = "audit.delete-search", by = Role.AUDITOR)
  public void delete(DeleteSearch command) {
    searches.delete(CallContext.current().user(), command);
  }

  /**
   * What narrowed an export, for the trail: what was typed freely may be a name, so it is masked.
   */
  private static String told(Map<String, String> filters) {
    Map<String, String> told = new TreeMap<>(filters);
    told.computeIfPresent("text", (name, text) -> Mask.NAME.of(text));
    return told.toString();
  }

  private static void noteExport(ExportMade made) {
    made.withoutIdentifiers().note("list", made.list());
  }

  /**
   * How much the trail grew on each of the last days, today last; a day without entries is there
   * with zeros.
   *
   * @param days how many days, 1 to 92
   * @throws IllegalArgumentException for another number of days
   */
  @Query(value = "audit.activity", by = Role.AUDITOR)
  public List<AuditDay> activity(int days) {
    return trail.activity(days);
  }

  /** How far the trail is proved: the last signed checkpoint, and the last replays of the chain. */
  @Query(value = "audit.proof", by = Role.AUDITOR)
  public ProofView proof() {
    return proof.view();
  }

  /**
   * Has the whole chain replayed, if that is not being done already; {@link #proof()} tells when it
   * has ended. Changes nothing but the system's own record of replays, which names the caller.
   */
  @Query(value = "audit.verify", by = Role.AUDITOR)
  public void verifyNow() {
    proof.verifyFor(CallContext.current().user());
  }
}
