package com.heyi.web.mall;

import com.heyi.mall.PointsFacade;
import com.heyi.mall.PointsView;
import com.heyi.mall.StatementRow;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** The whole statement of a customer's points. */
@PageAt(value = "/mall/statement.xhtml", facade = PointsFacade.class, needs = "statement")
@Named
@ViewScoped
public class StatementPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The customer's id stands in the address like a filter, so that it outlives sorting. */
  private static final String ID = "id";

  @Inject private PointsFacade points;
  private String id;
  private transient PointsView held;
  private LazyList<StatementRow> list;

  /** Reads the statement that the address asks for. */
  public void open() {
    UUID customer = Param.id(id);
    held = points.view(customer);
    list = LazyList.of(this::page, ID);
  }

  private Page<StatementRow> page(PageRequest request) {
    return points.statement(Param.id(id), request.without(ID)).page();
  }

  public void export() {
    XlsxExport.of("page.mall.statement", list)
        .column("page.mall.entry.no", StatementRow::entryNo)
        .column("page.mall.entry.record", StatementRow::record)
        .column("page.mall.entry.kind", StatementRow::kind)
        .column("page.mall.entry.amount", StatementRow::amount)
        .column("page.mall.entry.balance", StatementRow::balanceAfter)
        .column("page.mall.order.number", StatementRow::orderNumber)
        .column("page.mall.reason", StatementRow::reason)
        .column("page.mall.entry.effective", StatementRow::effectiveOn)
        .column("page.mall.entry.recorded", StatementRow::recordedAt)
        .column("page.mall.by", StatementRow::recordedBy)
        .send();
  }

  public PointsView getHeld() {
    if (held == null) {
      held = points.view(Param.id(id));
    }
    return held;
  }

  public LazyList<StatementRow> getList() {
    return list;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
