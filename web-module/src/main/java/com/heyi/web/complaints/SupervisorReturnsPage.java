package com.heyi.web.complaints;

import com.heyi.complaints.SupervisorReturnsFacade;
import com.heyi.complaints.reports.PrepareReturn;
import com.heyi.complaints.reports.ReturnRow;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** What was reported to the supervisor, and the next quarter to freeze. */
@PageAt(value = "/complaints/returns.xhtml", facade = SupervisorReturnsFacade.class, needs = "list")
@Named
@ViewScoped
public class SupervisorReturnsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int QUARTERS = 8;

  @Inject private SupervisorReturnsFacade returns;
  @Inject private Clock clock;

  private final FormKey key = new FormKey();
  private transient List<ReturnRow> rows;
  private String quarter;
  private String reason;

  /** Reads the returns. */
  public void open() {
    rows = returns.list();
  }

  /** Freezes the quarter of the form. */
  public String prepare() {
    PrepareReturn command =
        new PrepareReturn(quarter, reason == null || reason.isBlank() ? null : reason);
    return Commands.run(key, () -> returns.prepare(command))
        .map(
            done ->
                Go.saying("page.returns.prepared", done.row().quarter())
                    .to("/complaints/return", "id", done.row().id()))
        .orElse(Go.STAY);
  }

  /** The quarters that are over, the latest first. */
  public List<String> getQuarters() {
    LocalDate today = LocalDate.now(clock);
    return IntStream.rangeClosed(1, QUARTERS)
        .mapToObj(back -> today.minusMonths(3L * back))
        .map(day -> day.getYear() + "Q" + ((day.getMonthValue() + 2) / 3))
        .toList();
  }

  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public List<ReturnRow> getRows() {
    if (rows == null) {
      open();
    }
    return rows;
  }

  public FormKey getKey() {
    return key;
  }

  public String getQuarter() {
    return quarter;
  }

  public void setQuarter(String quarter) {
    this.quarter = quarter;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
