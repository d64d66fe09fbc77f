package com.heyi.relationship;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.relationship.internal.FollowUps;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Customers whom somebody should speak to: about to fall, about to rise, or with an alert. An
 * operator sees those whom he looks after himself, or for somebody who is away; administrators and
 * auditors see all; a branch sees its own customers'.
 */
@Facade
@Stateless
public class FollowUpsFacade {
  @Inject private FollowUps followUps;

  public FollowUpsFacade() {}

  FollowUpsFacade(FollowUps followUps) {
    this.followUps = followUps;
  }

  /**
   * The follow-ups, the nearest due first unless asked otherwise.
   *
   * <p>Filters: {@code status} and {@code reason} (one or more, by commas), {@code manager}
   * (account), {@code customer} (his number). Sorts: {@code dueOn}, {@code openedAt}.
   */
  @Query(
      value = "follow-up.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public Page<FollowUpView> list(PageRequest request) {
    return followUps.page(request);
  }

  /**
   * One follow-up.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "follow-up.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "follow_up")
  public FollowUpView view(UUID followUpId) {
    return followUps.view(followUpId);
  }

  /**
   * What came of a follow-up each time that it was done, the latest first.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "follow-up.results",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true,
      target = "follow_up")
  public List<FollowUpResult> results(UUID followUpId) {
    return followUps.results(followUpId);
  }

  /**
   * A customer's follow-ups that are not closed, under whichever of his records, the nearest due
   * first.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "follow-up.of-customer",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public List<FollowUpView> openOf(UUID customerId) {
    return followUps.openOf(customerId);
  }

  /**
   * Takes a follow-up on: the customer's manager does, or his substitute. What somebody has taken
   * on who no longer looks after the customer may be taken over.
   *
   * @throws HeyiException {@link RelationshipError#FOLLOW_UP_CLAIMED}, {@link
   *     RelationshipError#FOLLOW_UP_STATUS}, {@link RelationshipError#FOLLOW_UP_MANAGER}, {@link
   *     CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "follow-up.claim",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public FollowUpView claim(ClaimFollowUp command) {
    return followUps.claim(command);
  }

  /**
   * Gives a follow-up back: who has taken it on does, or an administrator.
   *
   * @throws HeyiException {@link RelationshipError#FOLLOW_UP_CLAIMED}, {@link
   *     RelationshipError#FOLLOW_UP_STATUS}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(
      value = "follow-up.release",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public FollowUpView release(ReleaseFollowUp command) {
    return followUps.release(command);
  }

  /**
   * Says what came of it: who has taken it on does, and everybody who sees it while nobody has. The
   * customer's alerts are handled by that of an alert.
   *
   * @throws HeyiException {@link RelationshipError#FOLLOW_UP_CLAIMED}, {@link
   *     RelationshipError#FOLLOW_UP_STATUS}, {@link RelationshipError#FOLLOW_UP_OUTCOME}, {@link
   *     RelationshipError#FOLLOW_UP_NOTE}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Command(
      value = "follow-up.finish",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public FollowUpView finish(FinishFollowUp command) {
    return followUps.finish(command);
  }

  /**
   * What came of the follow-ups that were done in a period, by reason and outcome; what never came
   * is left out.
   *
   * @param from first day, or null for the ninety days up to the last
   * @param to last day, or null for today
   * @throws HeyiException {@link RelationshipError#FOLLOW_UP_DAYS} when they are not in order
   */
  @Query(
      value = "follow-up.figures",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<FollowUpFigure> figures(LocalDate from, LocalDate to) {
    return followUps.figures(from, to);
  }
}
