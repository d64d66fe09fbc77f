package com.heyi.web.ui;

import com.heyi.shared.facade.ApprovalPending;
import jakarta.faces.FacesException;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells a person that what he did waits for a second one: the page is shown anew, as after success,
 * with the template's notice and its link to the request.
 */
final class Submitted {
  /** Under this name the template finds the request's id. */
  private static final String NOTICE = "heyiSubmitted";

  private Submitted() {}

  static void tell(ApprovalPending pending) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext outside = faces.getExternalContext();
    outside.getFlash().put(NOTICE, pending.approval().toString());
    Map<String, List<String>> parameters = new TreeMap<>();
    for (UIViewParameter parameter : ViewMetadata.getViewParameters(faces.getViewRoot())) {
      String value = parameter.getStringValue(faces);
      if (value != null) {
        parameters.put(parameter.getName(), List.of(value));
      }
    }
    String view =
        faces
            .getApplication()
            .getViewHandler()
            .getRedirectURL(faces, faces.getViewRoot().getViewId(), parameters, false);
    try {
      outside.redirect(outside.encodeActionURL(view));
      faces.responseComplete();
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }
}
