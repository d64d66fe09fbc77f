package com.heyi.imports.internal;

import com.heyi.imports.ImportError;
import com.heyi.imports.ImportHandler;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** The kinds of file that the modules can load, and the batches that are loaded like files. */
@ApplicationScoped
public class ImportHandlers {
  @Inject @Any private Instance<ImportHandler> handlers;

  /** Names of the kinds that people upload, in alphabetical order. */
  public List<String> kinds() {
    return handlers.stream()
        .filter(handler -> !handler.queuedOnly())
        .map(ImportHandler::kind)
        .sorted()
        .toList();
  }

  /**
   * Demands that people may upload such a file.
   *
   * @throws HeyiException {@link ImportError#KIND_UNKNOWN}
   */
  public void requireUploaded(String kind) {
    if (of(kind).queuedOnly()) {
      throw unknown(kind);
    }
  }

  /**
   * @throws HeyiException {@link ImportError#KIND_UNKNOWN}
   */
  public ImportHandler of(String kind) {
    return handlers.stream()
        .filter(handler -> handler.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> unknown(kind));
  }

  private HeyiException unknown(String kind) {
    return new HeyiException(ImportError.KIND_UNKNOWN, kind, String.join(", ", kinds()));
  }
}
