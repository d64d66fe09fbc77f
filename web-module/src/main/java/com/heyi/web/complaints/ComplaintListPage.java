package com.heyi.web.complaints;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintRow;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.ComplaintsFacade;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Complaints as a list. */
@PageAt(value = "/complaints/list.xhtml", facade = ComplaintsFacade.class, needs = "list")
@Named
@ViewScoped
public class ComplaintListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ComplaintsFacade complaints;
  private LazyList<ComplaintRow> list;

  /** Reads the list that the address asks for. */
  public void open() {
    list =
        LazyList.of(
                complaints::list,
                "number",
                "status",
                "channel",
                "product",
                "branch",
                "customer",
                "handler",
                "source",
                "open",
                "overdue",
                "queue",
                "from",
                "to",
                "text")
            .countedUpTo(ComplaintsFacade.MOST_COUNTED);
  }

  public LazyList<ComplaintRow> getList() {
    return list;
  }

  public ComplaintStatus[] getStatuses() {
    return ComplaintStatus.values();
  }

  public ComplaintChannel[] getChannels() {
    return ComplaintChannel.values();
  }

  /** The values of the filters that are yes or no. */
  public List<String> getYesNo() {
    return List.of("yes", "no");
  }

  /** Which of the views above the list is shown: mine, overdue, open or all. */
  public String getShown() {
    String queue = list.getFilters().get("queue");
    if ("mine".equals(queue) || "free".equals(queue)) {
      return queue;
    }
    if ("yes".equals(list.getFilters().get("overdue"))) {
      return "overdue";
    }
    return "yes".equals(list.getFilters().get("open")) ? "open" : "all";
  }

  public void export() {
    XlsxExport.of("page.complaints.title", list)
        .column("page.complaints.number", ComplaintRow::number)
        .column("page.complaints.receivedAt", ComplaintRow::receivedAt)
        .column("page.complaints.status", ComplaintRow::status)
        .column("page.complaints.channel", ComplaintRow::channel)
        .column("page.complaints.product", ComplaintRow::product)
        .column("page.complaints.issue", ComplaintRow::issue)
        .column("page.complaints.branch", ComplaintRow::branch)
        .column("page.complaints.customer", ComplaintRow::customerNumber)
        .column("page.complaints.handler", ComplaintRow::handlerName)
        .column("page.complaints.dueOn", ComplaintRow::dueOn)
        .column("page.complaints.daysLeft", ComplaintRow::daysLeft)
        .column("page.complaints.overdue", ComplaintRow::overdue)
        .column("page.complaints.onTime", ComplaintRow::onTime)
        .column("page.complaints.source", ComplaintRow::source)
        .column("page.complaints.externalReference", ComplaintRow::externalReference)
        .send();
  }
}
