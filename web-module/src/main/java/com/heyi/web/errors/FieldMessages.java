package com.heyi.web.errors;

import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.List;
import org.primefaces.component.api.UICalendar;
import org.primefaces.util.CalendarUtils;
import org.primefaces.util.ComponentUtils;

/**
 * Shows errors of fields at the inputs they belong to. An input belongs to a field when its id is
 * the last name of the field's path ({@code lines[0].quantity}: {@code quantity}), or when it has
 * {@code <f:attribute name="field" value="..."/>} with the whole path. What finds no input is shown
 * for the page as a whole.
 */
final class FieldMessages {
  private final FacesContext faces;

  FieldMessages(FacesContext faces) {
    this.faces = faces;
  }

  void show(List<Problem.Field> errors) {
    for (Problem.Field error : errors) {
      UIComponent input = find(error.field());
      if (input == null) {
        faces.addMessage(null, FacesErrors.message(error.field() + ": " + error.message()));
      } else {
        refuse(input);
        faces.addMessage(input.getClientId(faces), FacesErrors.message(error.message()));
      }
    }
  }

  private UIComponent find(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    UIComponent[] found = new UIComponent[1];
    faces
        .getViewRoot()
        .visitTree(
            VisitContext.createVisitContext(faces),
            (context, component) -> {
              if (component instanceof UIForm form && !form.isSubmitted()) {
                return VisitResult.REJECT;
              }
              boolean matches =
                  component instanceof UIInput
                      && (path.equals(component.getAttributes().get("field"))
                          || name.equals(component.getId()));
              if (matches) {
                found[0] = component;
              }
              return matches ? VisitResult.COMPLETE : VisitResult.ACCEPT;
            });
    return found[0];
  }

  /** Marks the input as wrong, and keeps in it what the person typed. */
  private void refuse(UIComponent component) {
    EditableValueHolder input = (EditableValueHolder) component;
    if (input.getSubmittedValue() == null) {
      input.setSubmittedValue(typed(component));
    }
    input.setValid(false);
  }

  /** A day with a time has a pattern of its own, which no converter knows. */
  private String typed(UIComponent component) {
    return component instanceof UICalendar calendar
        ? CalendarUtils.getValueAsString(faces, calendar)
        : ComponentUtils.getValueToRender(faces, component);
  }
}
