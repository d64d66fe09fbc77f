package com.heyi.web.imports;

import com.heyi.imports.ImportRunView;
import com.heyi.imports.ImportStatus;
import com.heyi.imports.ImportsFacade;
import com.heyi.imports.RejectView;
import com.heyi.web.common.CurrentUser;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.Download;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** One run of an import, followed while it goes on. */
@PageAt(value = "/imports/run.xhtml", facade = ImportsFacade.class, needs = "view")
@Named
@ViewScoped
public class ImportRunPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int REJECTS_SHOWN = 50;

  @Inject private ImportsFacade imports;
  @Inject private CurrentUser currentUser;
  @Inject private Clock clock;

  private final FormKey key = new FormKey();
  private String id;
  private ImportRunView run;
  private List<RejectView> rejects = List.of();

  /** Reads the run that the address names. */
  public void load() {
    refresh();
    rejects = imports.rejects(run.id(), 0, REJECTS_SHOWN);
  }

  /** Reads the progress again; the rejects once more when it has come to its end. */
  public void refresh() {
    boolean followed = run != null;
    run = imports.view(Param.id(id));
    if (followed && !isActive()) {
      rejects = imports.rejects(run.id(), 0, REJECTS_SHOWN);
    }
  }

  public void stop() {
    Commands.run(key, () -> imports.stop(run.id())).ifPresent(changed -> run = changed);
  }

  public void resume() {
    Commands.run(key, () -> imports.resume(run.id())).ifPresent(changed -> run = changed);
  }

  /** Sends all rejects as CSV. */
  public void download() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    UUID runId = run.id();
    Download.send(
        faces,
        RejectsCsv.MEDIA_TYPE,
        RejectsCsv.disposition(runId),
        out -> RejectsCsv.write(imports, runId, out));
  }

  public boolean isActive() {
    return run.status().isActive();
  }

  public boolean isMayStop() {
    return mayImport() && isActive();
  }

  public boolean isMayResume() {
    boolean halted = run.status() == ImportStatus.FAILED || run.status() == ImportStatus.STOPPED;
    return mayImport() && halted && run.fileDeletedAt() == null;
  }

  public int getPercent() {
    return run.percent();
  }

  public long getRowsPerSecond() {
    return run.rowsPerSecond(clock.instant());
  }

  public int getShownRejects() {
    return rejects.size();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public ImportRunView getRun() {
    return run;
  }

  public List<RejectView> getRejects() {
    return rejects;
  }

  public FormKey getKey() {
    return key;
  }

  private boolean mayImport() {
    return currentUser.isAdmin() || currentUser.isOperator();
  }
}
