package com.heyi.web.audit;

import com.heyi.audit.AuditEntryView;
import com.heyi.audit.AuditFacade;
import com.heyi.audit.ExportFormat;
import com.heyi.audit.ExportMade;
import com.heyi.audit.ExportSink;
import com.heyi.audit.Subject;
import com.heyi.audit.TrailExport;
import com.heyi.shared.facade.Change;
import com.heyi.shared.paging.Sort;
import com.heyi.web.ui.FileFormat;
import com.heyi.web.ui.ListFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes files of an auditor's lists. None is handed over before the trail has its hash. */
@ApplicationScoped
public class TrailFiles {
  @Inject private AuditFacade audit;
  @Inject private Clock clock;

  /** Hands over a finished file. */
  @FunctionalInterface
  public interface Taker {
    void take(ListFile<?> file) throws IOException;
  }

  /** The rows of a search or, of a subject, of its timeline. */
  public void trail(
      FileFormat format,
      Subject subject,
      Map<String, String> filters,
      Sort sort,
      Locale locale,
      Taker taker) {
    try (ListFile<AuditEntryView> file = made(format, subject, filters, sort, locale)) {
      taker.take(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same as a file that whoever takes it must close. */
  public ListFile<AuditEntryView> made(
      FileFormat format, Subject subject, Map<String, String> filters, Sort sort, Locale locale) {
    String title = subject == null ? "page.audit.title" : "page.audit.timeline";
    ListFile<AuditEntryView> file = ListFile.of(title, format, locale, clock);
    try {
      columns(file);
      audit.export(
          new TrailExport(formatOf(format), subject, filters, sort, format.mostRows()),
          new ExportSink(file::row, file::finish));
      return file;
    } catch (RuntimeException e) {
      file.discard();
      throw e;
    }
  }

  /** A list that is there already; its columns are the caller's. */
  public <V> void list(ListFile<V> file, String name, String filter, List<V> rows, Taker taker) {
    ExportFormat format = formatOf(file.format());
    file.filled(
        rows,
        false,
        (count, sha256) -> audit.exported(new ExportMade(name, format, filter, count, sha256)));
    try {
      taker.take(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void columns(ListFile<AuditEntryView> file) {
    file.column("page.audit.when", AuditEntryView::recordedAt)
        .column("page.audit.who", AuditEntryView::who)
        .column("page.audit.roles", AuditEntryView::roles)
        .column("page.audit.branch", AuditEntryView::branch)
        .column("page.audit.address", AuditEntryView::address)
        .column("page.audit.channel", AuditEntryView::channel)
        .column("page.audit.module", AuditEntryView::module)
        .column("page.audit.action", AuditEntryView::action)
        .column("page.audit.target", AuditEntryView::target)
        .column("page.audit.reason", AuditEntryView::reason)
        .column("page.audit.changes", entry -> told(entry.changes()))
        .column("page.audit.outcome", AuditEntryView::outcome)
        .column("page.audit.error", AuditEntryView::errorCode)
        .column("page.audit.approval", AuditEntryView::approval)
        .column("page.audit.request", AuditEntryView::requestId)
        .column("page.audit.hash", AuditEntryView::hash);
  }

  /** Changes in one cell, one a line. */
  static String told(List<Change> changes) {
    return changes.isEmpty()
        ? null
        : changes.stream()
            .map(
                change ->
                    change.thing()
                        + " "
                        + change.field()
                        + ": "
                        + shown(change.before())
                        + " → "
                        + shown(change.after()))
            .collect(Collectors.joining("\n"));
  }

  private static String shown(String value) {
    return value == null ? "—" : value;
  }

  private static ExportFormat formatOf(FileFormat format) {
    return ExportFormat.valueOf(format.name());
  }
}
