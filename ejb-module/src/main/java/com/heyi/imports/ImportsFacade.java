package com.heyi.imports;

import com.heyi.imports.internal.ImportHandlers;
import com.heyi.imports.internal.ImportRun;
import com.heyi.imports.internal.ImportRuns;
import com.heyi.imports.internal.ImportStarter;
import com.heyi.imports.internal.StoredFiles;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.text.Texts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Starts, watches, stops and resumes imports of files. */
@Facade
@Stateless
public class ImportsFacade {
  @Inject private ImportRuns runs;
  @Inject private ImportHandlers handlers;
  @Inject private ImportStarter starter;
  @Inject private StoredFiles files;
  @Inject private Clock clock;

  /** The kinds of file that people can import. */
  @Query(
      value = "import.kinds",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.AUDITOR})
  public List<String> kinds() {
    return handlers.kinds();
  }

  /**
   * Asked before a file is taken in, so that who may not import does not fill the disk.
   *
   * @throws HeyiException {@link ImportError#KIND_UNKNOWN}
   */
  @Query(
      value = "import.accept",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR})
  public void accept(String kind) {
    handlers.requireUploaded(kind);
  }

  /**
   * Starts a run; it begins when this call has been committed.
   *
   * @throws HeyiException {@link ImportError#KIND_UNKNOWN}, {@link ImportError#ALREADY_RUNNING},
   *     {@link ImportError#FILE_GONE}
   */
  @Command(
      value = "import.start",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR})
  public ImportRunView start(StartImport command) {
    handlers.requireUploaded(command.kind());
    files.use(command.upload().storedFile());
    runs.activeOf(command.kind(), command.upload().sha256())
        .ifPresent(
            running -> {
              throw new HeyiException(ImportError.ALREADY_RUNNING, running.id());
            });
    ImportRun run = new ImportRun(command, CallContext.current(), clock.instant());
    runs.add(run);
    starter.startAfterCommit(run.id());
    return run.view();
  }

  /**
   * Stops a run after the slice it is at; what was loaded stays.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link ImportError#WRONG_STATUS}
   */
  @Command(
      value = "import.stop",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR})
  public ImportRunView stop(UUID id) {
    ImportRun run = runs.lock(id);
    run.stop(clock.instant());
    return run.view();
  }

  /**
   * Goes on with a run that failed or was stopped, behind the last row it dealt with.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link ImportError#WRONG_STATUS}, {@link
   *     ImportError#FILE_GONE}
   */
  @Command(
      value = "import.resume",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR})
  public ImportRunView resume(UUID id) {
    ImportRun run = runs.lock(id);
    run.resume();
    files.use(run.storedFile());
    starter.startAfterCommit(run.id());
    return run.view();
  }

  /**
   * One run with its progress.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "import.view",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.AUDITOR})
  public ImportRunView view(UUID id) {
    return runs.get(id).view();
  }

  /** Runs, newest first. Filters: {@code kind}, {@code status}. Sort: {@code requestedAt}. */
  @Query(
      value = "import.list",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.AUDITOR})
  public Page<ImportRunView> list(PageRequest request) {
    return runs.page(request);
  }

  /**
   * Rejects of a run behind a line, in order of lines, each with its reason in the caller's
   * language.
   *
   * @param afterLine 0 for the first
   * @param limit 1 to 10,000
   */
  @Query(
      value = "import.rejects",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.AUDITOR},
      personalData = true)
  public List<RejectView> rejects(UUID id, long afterLine, int limit) {
    return runs.rejects(runs.get(id).id(), afterLine, Math.max(1, Math.min(limit, 10_000))).stream()
        .map(
            reject ->
                new RejectView(
                    reject.line(),
                    reject.code(),
                    Texts.get(
                        CallContext.current().locale(), reject.code(), reject.args().toArray()),
                    reject.record()))
        .toList();
  }
}
