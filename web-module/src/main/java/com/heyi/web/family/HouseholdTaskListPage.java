package com.heyi.web.family;

import com.heyi.family.FamilyFacade;
import com.heyi.family.HouseholdView;
import com.heyi.family.TaskStatus;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** All tasks of a household, also those that are long over. */
@PageAt(value = "/family/tasks.xhtml", facade = FamilyFacade.class, needs = "tasks")
@Named
@ViewScoped
public class HouseholdTaskListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The household's id stands in the address like a filter, so that it outlives paging. */
  private static final String ID = "id";

  @Inject private FamilyFacade family;
  @Inject private HouseholdPage household;
  private String id;
  private LazyList<HouseholdView.Task> list;

  /** Reads the list that the address asks for. */
  public void open() {
    household.setId(id);
    household.load();
    list = LazyList.of(this::page, ID, "status");
  }

  private Page<HouseholdView.Task> page(PageRequest request) {
    return family.tasks(Param.id(id), request.without(ID));
  }

  public LazyList<HouseholdView.Task> getList() {
    return list;
  }

  public TaskStatus[] getStatuses() {
    return TaskStatus.values();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
