package com.heyi.web.imports;

import com.heyi.imports.ImportsFacade;
import com.heyi.imports.RejectView;
import com.heyi.web.ui.Download;
import com.heyi.web.ui.NoFormula;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes the rejects of a run as CSV: line, code and reason, then the record as it came, so that it
 * can be mended and sent again. Read in parts, whatever their number.
 */
final class RejectsCsv {
  static final String MEDIA_TYPE = "text/csv; charset=UTF-8";
  private static final int PART = 5000;

  private RejectsCsv() {}

  /** Value of the header that names the file. */
  static String disposition(UUID run) {
    return Download.named("rejects-" + run + ".csv");
  }

  static void write(ImportsFacade imports, UUID run, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
    List<RejectView> part = imports.rejects(run, 0, PART);
    List<Object> header = new ArrayList<>(List.of("line", "code", "reason"));
    if (!part.isEmpty()) {
      part.get(0).record().keySet().stream().map(RejectsCsv::cell).forEach(header::add);
    }
    csv.printRecord(header);
    while (!part.isEmpty()) {
      for (RejectView reject : part) {
        List<Object> row =
            new ArrayList<>(List.of(reject.line(), reject.code(), NoFormula.of(reject.reason())));
        reject.record().values().stream().map(RejectsCsv::cell).forEach(row::add);
        csv.printRecord(row);
      }
      part = imports.rejects(run, part.get(part.size() - 1).line(), PART);
    }
    csv.flush();
  }

  /** What a stranger's file says is no formula here. */
  private static String cell(String value) {
    return value == null ? null : NoFormula.exceptNumbers(value);
  }
}
