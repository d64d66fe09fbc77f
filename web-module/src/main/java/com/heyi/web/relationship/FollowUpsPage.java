package com.heyi.web.relationship;

import com.heyi.relationship.FollowUpFigure;
import com.heyi.relationship.FollowUpReason;
import com.heyi.relationship.FollowUpStatus;
import com.heyi.relationship.FollowUpView;
import com.heyi.relationship.FollowUpsFacade;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whom to speak to, and what came of it. */
@PageAt(value = "/relationship/follow-ups.xhtml", facade = FollowUpsFacade.class, needs = "list")
@Named
@ViewScoped
public class FollowUpsPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What the list shows unless something else is asked for. */
  private static final String NOT_CLOSED = "OPEN,CLAIMED";

  @Inject private FollowUpsFacade followUps;

  private LazyList<FollowUpView> list;
  private transient List<FollowUpFigure> figures;

  /** Reads the list and the figures. */
  public void open() {
    list =
        LazyList.presetting(
            Map.of("status", NOT_CLOSED),
            followUps::list,
            "status",
            "reason",
            "manager",
            "customer");
    getFigures();
  }

  /** Sends the list as a workbook. */
  public void export() {
    XlsxExport.of("page.follow-ups.title", list)
        .column("page.follow-ups.due", FollowUpView::dueOn)
        .column("page.tiers.customer", FollowUpView::customerNumber)
        .column("page.tiers.name", FollowUpView::customerName)
        .column("page.follow-ups.reason", FollowUpView::reason)
        .column("page.follow-ups.status", FollowUpView::status)
        .column("page.managers.manager", FollowUpView::manager)
        .column("page.follow-ups.opened", FollowUpView::openedAt)
        .column("page.follow-ups.claimed", FollowUpView::claimedBy)
        .column("page.follow-ups.closed", FollowUpView::closedAt)
        .send();
  }

  /** Sends the figures as a workbook. */
  public void exportFigures() {
    XlsxExport.of("page.follow-ups.figures", getFigures())
        .column("page.follow-ups.reason", FollowUpFigure::reason)
        .column("page.follow-ups.outcome", FollowUpFigure::outcome)
        .column("page.follow-ups.done", FollowUpFigure::done)
        .column("page.follow-ups.late", FollowUpFigure::late)
        .send();
  }

  /** What came of those that were done lately. */
  public List<FollowUpFigure> getFigures() {
    if (figures == null) {
      figures = followUps.figures(null, null);
    }
    return figures;
  }

  public FollowUpReason[] getReasons() {
    return FollowUpReason.values();
  }

  /** The statuses to choose from; what is not closed first. */
  public List<String> getStatuses() {
    return Stream.concat(
            Stream.of(NOT_CLOSED), Arrays.stream(FollowUpStatus.values()).map(Enum::name))
        .toList();
  }

  public LazyList<FollowUpView> getList() {
    return list;
  }
}
