package com.heyi.web.mall;

import com.heyi.mall.OrderFacade;
import com.heyi.mall.OrderView;
import com.heyi.mall.RequestReturn;
import com.heyi.mall.ReturnsFacade;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Asks that goods of an order may come back. */
@PageAt(value = "/mall/new-return.xhtml", facade = ReturnsFacade.class, needs = "request")
@Named
@ViewScoped
public class NewReturnPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private OrderFacade orders;
  @Inject private ReturnsFacade returns;

  private final FormKey key = new FormKey();
  private final List<Row> rows = new ArrayList<>();
  private String id;
  private String orderNumber;
  private String reason;

  /** A line of the order, with the pieces that are to come back. */
  public static class Row implements Serializable {
    private static final long serialVersionUID = 1L;
    private final UUID lineId;
    private final int lineNo;
    private final String sku;
    private final String name;
    private final long left;
    private Long quantity = 0L;

    Row(OrderView.Line line) {
      lineId = line.id();
      lineNo = line.lineNo();
      sku = line.sku();
      name = line.name();
      left = line.left();
    }

    public int getLineNo() {
      return lineNo;
    }

    public String getSku() {
      return sku;
    }

    public String getName() {
      return name;
    }

    public long getLeft() {
      return left;
    }

    public Long getQuantity() {
      return quantity;
    }

    public void setQuantity(Long quantity) {
      this.quantity = quantity;
    }
  }

  /** Reads the order that the address names. */
  public void load() {
    OrderView order = orders.view(Param.id(id));
    orderNumber = order.number();
    rows.clear();
    order.lines().stream().filter(line -> line.left() > 0).map(Row::new).forEach(rows::add);
  }

  public String request() {
    List<RequestReturn.Line> lines =
        rows.stream()
            .filter(row -> row.quantity != null && row.quantity > 0)
            .map(row -> new RequestReturn.Line(row.lineId, row.quantity))
            .toList();
    RequestReturn command = new RequestReturn(Param.id(id), reason, lines);
    return Commands.run(key, () -> returns.request(command))
        .map(
            done ->
                Go.saying("page.mall.return.is-now.REQUESTED", done.number())
                    .to("/mall/return", "id", done.id()))
        .orElse(Go.STAY);
  }

  public FormKey getKey() {
    return key;
  }

  public List<Row> getRows() {
    return rows;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getOrderNumber() {
    return orderNumber;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
