package com.heyi.mall;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What buyers say about an item, as far as it is published.
 *
 * @param itemId the item
 * @param average stars on average with one decimal, or null without a review
 * @param count how many reviews
 * @param byStars how many with one star, with two, ... with five
 * @param latest the latest of them, without their writers
 */
public record ItemReviews(
    UUID itemId, BigDecimal average, long count, List<Long> byStars, List<Said> latest) {

  /**
   * @param id id of the review
   * @param stars 1 to 5
   * @param words what he says
   * @param at when
   * @param answer what the bank answers, or null
   */
  public record Said(UUID id, int stars, String words, Instant at, String answer) {}
}
