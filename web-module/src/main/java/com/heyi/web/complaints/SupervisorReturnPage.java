package com.heyi.web.complaints;

import com.heyi.complaints.SupervisorReturnsFacade;
import com.heyi.complaints.reports.ReportMeasure;
import com.heyi.complaints.reports.ReturnFacet;
import com.heyi.complaints.reports.ReturnView;
import com.heyi.complaints.reports.SubmitReturn;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FileAnswers;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** One return: its figures facet by facet, and its submission. */
@PageAt(value = "/complaints/return.xhtml", facade = SupervisorReturnsFacade.class, needs = "view")
@Named
@ViewScoped
public class SupervisorReturnPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SupervisorReturnsFacade returns;
  @Inject private ReportFiles files;

  private final FormKey key = new FormKey();
  private String id;
  private transient ReturnView view;

  /** Reads the return that the address names. */
  public void open() {
    view = returns.view(Param.id(id));
  }

  /** Submits it, when a second person agrees. */
  public String submit() {
    SubmitReturn command = new SubmitReturn(Param.id(id), getView().row().sha256());
    return Commands.run(key, () -> returns.submit(command))
        .map(done -> Go.saying("page.returns.submitted", done.row().quarter()).again("id", id))
        .orElse(Go.STAY);
  }

  /** Writes it into a file. */
  public void export(String format) {
    FileAnswers.send((wanted, locale) -> files.returned(Param.id(id), wanted, locale), format);
  }

  /** The figures of a facet. */
  public List<ReturnView.Line> lines(ReturnFacet facet) {
    return getView().lines().stream().filter(line -> line.facet() == facet).toList();
  }

  /** The address of the cases that a measure counts in a line. */
  public String cases(ReturnView.Line line, ReportMeasure measure) {
    return "/complaints/return-cases.xhtml?"
        + ReportQuery.text(
            Map.of("id", id),
            "branch",
            line.branch(),
            "facet",
            line.facet().name(),
            "code",
            line.code(),
            "measure",
            measure.name());
  }

  public String name(ReturnView.Line line) {
    return ReportLabels.of(CallContext.current().locale(), line.facet(), line.code());
  }

  public String branch(ReturnView.Line line) {
    return ReportLabels.plain(CallContext.current().locale(), line.branch());
  }

  public boolean isMaySubmit() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN) && !getView().row().submitted();
  }

  public ReturnView getView() {
    if (view == null) {
      open();
    }
    return view;
  }

  public ReturnFacet[] getFacets() {
    return ReturnFacet.values();
  }

  public FormKey getKey() {
    return key;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
