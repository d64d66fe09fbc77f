package com.heyi.web.complaints;

import com.heyi.complaints.SupervisorReturnsFacade;
import com.heyi.complaints.reports.ReturnCase;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The cases behind a figure of a return, as they stood when it was frozen. */
@PageAt(
    value = "/complaints/return-cases.xhtml",
    facade = SupervisorReturnsFacade.class,
    needs = "cases")
@Named
@ViewScoped
public class SupervisorReturnCasesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The return's id stands in the address like a filter, so that it outlives paging. */
  private static final String ID = "id";

  @Inject private SupervisorReturnsFacade returns;
  private String id;
  private LazyList<ReturnCase> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(this::page, ID, "branch", "facet", "code", "measure");
  }

  private Page<ReturnCase> page(PageRequest request) {
    return returns.cases(Param.id(id), request.without(ID));
  }

  public LazyList<ReturnCase> getList() {
    return list;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
