package com.heyi.web.complaints;

import com.heyi.complaints.ComplaintRow;
import com.heyi.complaints.ComplaintsFacade;
import com.heyi.complaints.DeskFacade;
import com.heyi.complaints.TaskView;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** A handler's workplace: his cases by the nearest deadline, those to be taken, his tasks. */
@PageAt(value = "/complaints/desk.xhtml", facade = DeskFacade.class, needs = "suggestions")
@Named
@ViewScoped
public class DeskPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  @Inject private transient ComplaintsFacade complaints;
  @Inject private transient DeskFacade desk;

  private transient List<ComplaintRow> mine;
  private transient List<ComplaintRow> free;
  private transient List<TaskView> tasks;

  /**
   * Open cases in the charge of the caller or of whom he stands in for, the nearest deadline first;
   * 50 at most.
   */
  public List<ComplaintRow> getMine() {
    if (mine == null) {
      mine = queue("mine");
    }
    return mine;
  }

  /** Whether the caller himself is in charge. */
  public boolean isOwn(ComplaintRow row) {
    return CallContext.current().user().equals(row.handler());
  }

  /** Open cases in nobody's charge at the caller's level, the nearest deadline first. */
  public List<ComplaintRow> getFree() {
    if (free == null) {
      free = queue("free");
    }
    return free;
  }

  /** Open tasks of the caller. */
  public List<TaskView> getTasks() {
    if (tasks == null) {
      tasks = desk.tasks();
    }
    return tasks;
  }

  private List<ComplaintRow> queue(String name) {
    return complaints
        .list(PageRequest.after(null, SHOWN, Sort.parse("dueAt"), Map.of("queue", name)))
        .items();
  }
}
