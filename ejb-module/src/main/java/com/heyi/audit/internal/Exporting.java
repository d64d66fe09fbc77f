package com.heyi.audit.internal;

import com.heyi.audit.AuditEntryView;
import com.heyi.audit.ExportSink;
import com.heyi.audit.TrailExport;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import java.util.function.Function;

/** Reads a search piece by piece into a file, so that memory does not grow with it. */
public final class Exporting {
  private final Function<PageRequest, Page<AuditEntryView>> search;

  public Exporting(Function<PageRequest, Page<AuditEntryView>> search) {
    this.search = search;
  }

  /**
   * What became of it.
   *
   * @param rows how many rows are in the file
   * @param sha256 its hash
   */
  public record Outcome(long rows, String sha256) {}

  /** Reads all rows, up to the limit, in the order asked for. */
  public Outcome run(TrailExport request, ExportSink sink) {
    int rows = 0;
    String cursor = null;
    do {
      int wanted = Math.min(PageRequest.MAX_LIMIT, request.mostRows() - rows);
      Page<AuditEntryView> page =
          search.apply(PageRequest.after(cursor, wanted, request.sort(), request.filters()));
      page.items().forEach(sink.rows());
      rows += page.items().size();
      cursor = page.nextCursor();
    } while (cursor != null && rows < request.mostRows());
    return new Outcome(rows, sink.finish().apply(cursor != null));
  }
}
