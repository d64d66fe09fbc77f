package com.heyi.mall;

import com.heyi.shared.value.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was sold for money, for the module that bills it, inside its transactions. It checks no role
 * and leaves no audit row, for the facade that asks does so; therefore the edges may not use it.
 */
public interface CashSales {

  /** What of an order was paid in money, as it is now. */
  Optional<Sale> find(UUID orderId);

  /**
   * The same, with the order held until the transaction ends: nothing of it comes back meanwhile.
   */
  Optional<Sale> hold(UUID orderId);

  /**
   * The same for several orders at once; those that somebody else holds are left out, so that
   * nobody waits for each other in a ring.
   */
  List<Sale> holdFree(Collection<UUID> orderIds);

  /**
   * Orders that cost money, of which not all has come back, and that were delivered in a time; as
   * they were delivered.
   *
   * @param from first day, in the bank's zone
   * @param to last day
   * @param after goes on behind this order; null begins
   * @param most how many at the most
   */
  List<UUID> delivered(LocalDate from, LocalDate to, UUID after, int most);

  /**
   * The money that a cancellation or the refund of a return gave back to accounts, line by line;
   * lines of which none went to an account are left out.
   *
   * @param cancellationId as {@link OrderCancelled} and {@link GoodsReturned} name it
   */
  List<GivenBack> givenBack(UUID cancellationId);

  /**
   * An order, as far as it cost money.
   *
   * @param orderId the order
   * @param number by which people name it
   * @param customerId whose
   * @param branch his home branch when he ordered, or null
   * @param stage how far it has come
   * @param lines those of its lines that cost money, in their order
   */
  record Sale(
      UUID orderId,
      String number,
      UUID customerId,
      String branch,
      OrderStage stage,
      List<Line> lines) {
    public Sale {
      lines = List.copyOf(lines);
    }

    /** Whether the goods have left the house. */
    public boolean goodsHaveLeft() {
      return stage == OrderStage.SHIPPED
          || stage == OrderStage.DELIVERED
          || stage == OrderStage.RETURNED;
    }
  }

  /**
   * A line of it.
   *
   * @param id the order's line
   * @param sku the item's code
   * @param name its name when it was ordered
   * @param categories codes of the category that it stands in now and of those above it, the
   *     nearest first
   * @param left pieces that were neither cancelled nor came back
   * @param price money for one piece
   * @param byAccount what an account paid for them and was not given back; gift cards paid the rest
   */
  record Line(
      UUID id,
      String sku,
      String name,
      List<String> categories,
      long left,
      Money price,
      Money byAccount) {
    public Line {
      categories = List.copyOf(categories);
    }

    /** What gift cards paid for the pieces that are left. */
    public Money byCard() {
      return price.times(left).minus(byAccount);
    }
  }

  /**
   * What was given back of a line.
   *
   * @param orderLineId the order's line
   * @param quantity pieces
   * @param cash money for them
   * @param toAccount what of that went to an account, more than nothing; gift cards got the rest
   */
  record GivenBack(UUID orderLineId, long quantity, Money cash, Money toAccount) {}
}
