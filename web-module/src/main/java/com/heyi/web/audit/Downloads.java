package com.heyi.web.audit;

import com.heyi.shared.error.HeyiException;
import com.heyi.web.errors.FacesErrors;
import com.heyi.web.ui.FileFormat;
import jakarta.faces.context.FacesContext;

/** Sends files from pages. */
final class Downloads {
  private Downloads() {}

  /** Runs the export; when it is refused, the page says why. */
  static void run(Runnable export) {
    try {
      export.run();
    } catch (HeyiException e) {
      FacesErrors.tell(FacesContext.getCurrentInstance(), e);
    }
  }

  /** Hands the file to the running request. */
  static TrailFiles.Taker toBrowser() {
    return file -> file.send(FacesContext.getCurrentInstance());
  }

  static FileFormat format(String name) {
    return FileFormat.valueOf(name);
  }
}
