package com.heyi.web.audit;

import com.heyi.audit.AuditFacade;
import com.heyi.audit.UnusualReads;
import com.heyi.audit.UnusualReads.ReadingDay;
import com.heyi.shared.facade.CallContext;
import com.heyi.web.ui.ListFile;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Staff who read the data of unusually many customers on a day. */
@PageAt(value = "/audit/reads.xhtml", facade = AuditFacade.class, needs = "unusualReads")
@Named
@ViewScoped
public class UnusualReadsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private AuditFacade audit;
  @Inject private TrailFiles files;
  @Inject private Clock clock;
  private transient UnusualReads found;

  /** Counts anew. */
  public void load() {
    found = audit.unusualReads();
  }

  public void export(String format) {
    Downloads.run(
        () -> {
          try (ListFile<ReadingDay> file =
              ListFile.of(
                  "page.audit.reads",
                  Downloads.format(format),
                  CallContext.current().locale(),
                  clock)) {
            file.column("page.audit.reads.day", ReadingDay::day)
                .column("page.audit.who", ReadingDay::who)
                .column("page.audit.roles", ReadingDay::roles)
                .column("page.audit.reads.customers", ReadingDay::customers)
                .column("page.audit.reads.times", ReadingDay::reads)
                .column("page.audit.reads.own", ReadingDay::ownMedian)
                .column("page.audit.reads.role", ReadingDay::roleMedian);
            files.list(
                file,
                "unusual-reads",
                getFound().thresholds().toString(),
                getFound().days(),
                Downloads.toBrowser());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  public UnusualReads getFound() {
    if (found == null) {
      load();
    }
    return found;
  }
}
