package com.heyi.mall;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

/**
 * What somebody looks for among what is on sale.
 *
 * @param text words of names and categories, or null
 * @param category code of a category with all below it, or null
 * @param priceFrom least points for one piece, or null
 * @param priceTo most points for one piece, or null
 * @param inStock whether only what can be had now
 * @param tier code of the tier whose prices are meant, or null for everybody's
 * @param order what comes first
 * @param from how many to leave out, 0 to 10,000
 * @param limit how many, 1 to 100
 */
public record Browse(
    @Size(max = 200) String text,
    @Size(max = 30) String category,
    @PositiveOrZero Long priceFrom,
    @PositiveOrZero Long priceTo,
    boolean inStock,
    @Size(max = 30) String tier,
    @NotNull Order order,
    @Min(0) @Max(10_000) int from,
    @Min(1) @Max(100) int limit) {

  /** What comes first. */
  public enum Order {
    /** The best match of the words; then what is ordered most often. */
    BEST,
    CHEAPEST,
    DEAREST,
    NEWEST
  }
}
