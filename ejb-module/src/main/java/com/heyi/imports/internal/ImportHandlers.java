package com.heyi.imports.internal;

import com.heyi.imports.ImportError;
import com.heyi.imports.ImportHandler;
import com.heyi.shared.error.HeyiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** The kinds of file that the modules can load. */
@ApplicationScoped
public class ImportHandlers {
  @Inject @Any private Instance<ImportHandler> handlers;

  /** Names of the kinds, in alphabetical order. */
  public List<String> kinds() {
    return handlers.stream().map(ImportHandler::kind).sorted().toList();
  }

  /**
   * @throws HeyiException {@link ImportError#KIND_UNKNOWN}
   */
  public ImportHandler of(String kind) {
    return handlers.stream()
        .filter(handler -> handler.kind().equals(kind))
        .findFirst()
        .orElseThrow(
            () -> new HeyiException(ImportError.KIND_UNKNOWN, kind, String.join(", ", kinds())));
  }
}
