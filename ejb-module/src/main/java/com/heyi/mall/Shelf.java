package com.heyi.mall;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * What is on sale, as a customer looks at it: a family once, with how many variants it comes in.
 *
 * @param things what was found, a part of it
 * @param total how many things were found
 * @param inStock how many of them can be had now
 * @param categories the categories next below the chosen one, with how many things each has
 * @param prices how many things each range of prices has
 */
public record Shelf(
    List<Thing> things,
    long total,
    long inStock,
    List<CategoryCount> categories,
    List<PriceRange> prices) {

  /**
   * An item, or a family of them.
   *
   * @param itemId the item; of a family the cheapest variant that can be had
   * @param sku its code
   * @param family code of the family, or null
   * @param name name of the family or the item
   * @param category code of its category, or null
   * @param price points for one piece, at the price that holds
   * @param cash money for one piece, beside the points
   * @param ordinary points for one piece, ordinarily
   * @param offer why the price is lower, or null
   * @param dearest the highest price among the variants
   * @param stock pieces of all variants that can be sold
   * @param variants how many variants are on sale, 1 for an item that stands alone
   * @param orders in how many orders it stood
   * @param picture address of its first picture within the application, or null
   */
  public record Thing(
      UUID itemId,
      String sku,
      String family,
      String name,
      String category,
      Points price,
      Money cash,
      Points ordinary,
      String offer,
      Points dearest,
      long stock,
      long variants,
      long orders,
      String picture) {

    /** Whether variants have different prices. */
    public boolean severalPrices() {
      return dearest.isMoreThan(price);
    }
  }

  /**
   * @param category code of the category
   * @param things how many things stand in it or below it
   */
  public record CategoryCount(String category, long things) {}

  /**
   * @param from least points
   * @param to most points, or null for no end
   * @param things how many things cost as much
   */
  public record PriceRange(long from, Long to, long things) implements Serializable {}
}
