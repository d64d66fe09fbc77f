package com.heyi.mall;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.mall.internal.Reviews;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** What buyers say about goods: only who has received and kept them, and only when published. */
@Facade
@Stateless
public class ReviewsFacade {
  @Inject private Reviews reviews;
  @Inject private CustomerDirectory customers;

  /**
   * What a customer has received, kept and not reviewed yet.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "review.pending",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH},
      personalData = true,
      target = "customer")
  public PendingReviews pending(UUID customerId) {
    customers.requireServed(customerId);
    return reviews.pending(customerId);
  }

  /**
   * Takes down what a buyer says about one line of his order, once. It waits to be published.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}, {@link
   *     MallError#REVIEW_NOT_BUYER}, {@link MallError#REVIEW_NOT_DELIVERED}, {@link
   *     MallError#REVIEW_TWICE}
   */
  @Command(
      value = "review.write",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public ReviewView write(WriteReview command) {
    customers.requireServed(command.customerId());
    return reviews.require(reviews.write(command));
  }

  /**
   * Reviews, the latest first unless asked otherwise.
   *
   * <p>Filters: {@code status}, {@code itemId}. Sorts: {@code writtenAt}, {@code stars}.
   */
  @Query(
      value = "review.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public Page<ReviewView> list(PageRequest request) {
    return reviews.page(request);
  }

  /**
   * Lets everybody read a review.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#REVIEW_DECIDED}
   */
  @Command(
      value = "review.publish",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public ReviewView publish(DecideReview command) {
    reviews.decide(command, ReviewStatus.PUBLISHED);
    return reviews.require(command.reviewId());
  }

  /**
   * Lets nobody read a review, for a reason.
   *
   * @throws HeyiException {@link MallError#REVIEW_REASON}, and as {@link #publish}
   */
  @Command(
      value = "review.refuse",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public ReviewView refuse(DecideReview command) {
    reviews.decide(command, ReviewStatus.REFUSED);
    return reviews.require(command.reviewId());
  }

  /**
   * Says what is wrong with a review that everybody reads. It is read on until somebody hides it.
   *
   * @return what is read about the item
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link MallError#REVIEW_NOT_SHOWN}, {@link
   *     MallError#REVIEW_REPORTED}
   */
  @Command(
      value = "review.report",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public ItemReviews report(ReportReview command) {
    return reviews.ofItem(reviews.report(command));
  }

  /**
   * Keeps a review that was reported without ground.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#REVIEW_NOT_REPORTED}
   */
  @Command(
      value = "review.keep",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public ReviewView keep(DecideReview command) {
    reviews.keep(command);
    return reviews.require(command.reviewId());
  }

  /**
   * Lets nobody read a review any more, for a reason. It does not come back.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#REVIEW_REASON}, {@link MallError#REVIEW_NOT_SHOWN}
   */
  @Command(
      value = "review.hide",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public ReviewView hide(DecideReview command) {
    reviews.hide(command);
    return reviews.require(command.reviewId());
  }

  /**
   * Answers a review for all who read it, once.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#VERSION_MOVED}, {@link
   *     MallError#REVIEW_NOT_SHOWN}, {@link MallError#REVIEW_ANSWERED}
   */
  @Command(
      value = "review.answer",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public ReviewView answer(AnswerReview command) {
    reviews.answer(command);
    return reviews.require(command.reviewId());
  }

  /** What buyers say about an item, as far as it is published. */
  @Query(
      value = "review.of-item",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public ItemReviews ofItem(UUID itemId) {
    return reviews.ofItem(itemId);
  }
}
