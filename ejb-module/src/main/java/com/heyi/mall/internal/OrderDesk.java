package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.mall.CancelOrder;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.MallError;
import com.heyi.mall.PlaceOrder;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.ChangeLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes customers' wishes, at today's prices and for what is on sale. */
@ApplicationScoped
public class OrderDesk {
  @Inject private Clock clock;
  @Inject private CustomerDirectory customers;
  @Inject private Catalogue catalogue;
  @Inject private Orders orders;
  @Inject private OrderRefunds refunds;

  protected OrderDesk() {}

  OrderDesk(
      Clock clock,
      CustomerDirectory customers,
      Catalogue catalogue,
      Orders orders,
      OrderRefunds refunds) {
    this.clock = clock;
    this.customers = customers;
    this.catalogue = catalogue;
    this.orders = orders;
    this.refunds = refunds;
  }

  /**
   * Orders. It weighs the points, and money as points by the fen.
   *
   * @return id of the order
   * @throws HeyiException {@link MallError#ITEM_UNKNOWN}, {@link MallError#ITEM_NOT_ON_SALE},
   *     {@link MallError#CASH_DIFFERS}, and as {@link Orders#place}
   */
  public UUID place(PlaceOrder command, CustomerRef customer) {
    if (command.lines().isEmpty()) {
      throw new HeyiException(MallError.ORDER_EMPTY);
    }
    List<String> skus = command.lines().stream().map(PlaceOrder.Line::sku).distinct().toList();
    Map<String, ItemRow> items = catalogue.bySku(skus, customer.id());
    List<OrderDraft.Line> lines =
        command.lines().stream().map(line -> draft(items.get(line.sku()), line)).toList();
    Map<UUID, PurchaseLimits.Limit> bounded =
        items.values().stream()
            .filter(item -> item.limit() != null)
            .collect(Collectors.toMap(ItemRow::id, ItemRow::limit));
    OrderDraft.Limits limits = OrderDraft.Limits.of(customers, customer.id(), bounded);
    OrderDraft draft =
        new OrderDraft(
            customer.id(),
            customer.branch(),
            null,
            false,
            clock.instant(),
            null,
            lines,
            limits,
            command.pay());
    ChangeLog.weigh(draft.weight());
    return orders.place(draft);
  }

  /**
   * @throws HeyiException as {@link OrderRefunds#cancel}
   */
  public void cancel(CancelOrder command) {
    refunds.cancel(
        new OrderRefunds.Cancelling(
            command.orderId(),
            command.version(),
            command.reason().strip(),
            clock.instant(),
            command.lines(),
            List.of()));
  }

  private static OrderDraft.Line draft(ItemRow item, PlaceOrder.Line line) {
    if (item == null) {
      throw new HeyiException(MallError.ITEM_UNKNOWN, line.sku());
    }
    if (item.status() != ItemStatus.ON_SALE) {
      throw new HeyiException(MallError.ITEM_NOT_ON_SALE, item.sku());
    }
    if (line.quantity() > item.stock()) {
      throw new HeyiException(
          MallError.STOCK_INSUFFICIENT, item.sku(), line.quantity(), item.stock());
    }
    return OrderDraft.Line.of(item, item.cost(), line.quantity());
  }
}
