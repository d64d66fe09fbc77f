package com.heyi.web.imports;

import com.heyi.imports.ImportRunView;
import com.heyi.imports.ImportStatus;
import com.heyi.imports.ImportsFacade;
import com.heyi.imports.StartImport;
import com.heyi.imports.UploadStore;
import com.heyi.web.common.CurrentUser;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.primefaces.model.file.UploadedFile;

/** The runs of imports, and the form that starts one. */
@PageAt(value = "/imports/list.xhtml", facade = ImportsFacade.class, needs = "list")
@Named
@ViewScoped
public class ImportsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ImportsFacade imports;
  @Inject private UploadStore uploads;
  @Inject private CurrentUser currentUser;

  private final FormKey key = new FormKey();
  private LazyList<ImportRunView> list;
  private String kind;
  private transient UploadedFile file;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(imports::list, "status");
  }

  /** Stores the file, starts its import and goes to its progress. */
  public String start() {
    if (file == null || file.getSize() == 0) {
      Say.warn("page.imports.file.missing");
      return Go.STAY;
    }
    return Commands.run(key, this::startRun)
        .map(
            run ->
                Go.saying("page.imports.queued", run.fileName()).to("/imports/run", "id", run.id()))
        .orElse(Go.STAY);
  }

  private ImportRunView startRun() throws Exception {
    imports.accept(kind);
    try (InputStream content = file.getInputStream()) {
      return imports.start(new StartImport(kind, file.getFileName(), uploads.store(content)));
    }
  }

  public boolean isMayImport() {
    return currentUser.isAdmin() || currentUser.isOperator();
  }

  public List<String> getKinds() {
    return imports.kinds();
  }

  public ImportStatus[] getStatuses() {
    return ImportStatus.values();
  }

  public LazyList<ImportRunView> getList() {
    return list;
  }

  public FormKey getKey() {
    return key;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public UploadedFile getFile() {
    return file;
  }

  public void setFile(UploadedFile file) {
    this.file = file;
  }
}
