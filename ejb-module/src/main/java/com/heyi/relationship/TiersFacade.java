package com.heyi.relationship;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.relationship.internal.Evaluations;
import com.heyi.relationship.internal.Placing;
import com.heyi.relationship.internal.RuleBook;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** In which tier customers stand, by which rules, and how they came there. */
@Facade
@Stateless
public class TiersFacade {
  @Inject private RuleBook rules;
  @Inject private Placing placing;
  @Inject private Evaluations evaluations;

  public TiersFacade() {}

  TiersFacade(RuleBook rules, Placing placing, Evaluations evaluations) {
    this.rules = rules;
    this.placing = placing;
    this.evaluations = evaluations;
  }

  /** All sets of rules that were ever set, the newest first. */
  @Query(
      value = "tier.rules",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public List<TierRulesView> rules() {
    return rules.list();
  }

  /**
   * What other rules would do to everybody, were they in force now. Looks at the figures of every
   * customer, so it takes its time.
   *
   * @throws HeyiException as {@link #setRules}
   */
  @Query(
      value = "tier.try-rules",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public DryRun tryRules(SetTierRules command) {
    return placing.tryOut(command);
  }

  /**
   * Sets the tiers and their rules from a day on.
   *
   * @throws HeyiException {@link RelationshipError#RULES_PAST}, {@link
   *     RelationshipError#RULES_DUPLICATE}, {@link RelationshipError#RANKS}, {@link
   *     RelationshipError#ASKS_NOTHING}, {@link RelationshipError#THRESHOLD}, {@link
   *     RelationshipError#THRESHOLDS_FALL}
   */
  @Command(value = "tier.set-rules", by = HEAD_OFFICE_ADMIN)
  public TierRulesView setRules(SetTierRules command) {
    return rules.set(command);
  }

  /** How many customers have each tier today, the lowest first. */
  @Query(
      value = "tier.counts",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<TierCount> counts() {
    return placing.counts();
  }

  /**
   * Where customers stand, by tier.
   *
   * <p>Filters: {@code tier} (of the last evaluation), {@code grace} and {@code hand} ({@code yes}
   * or {@code no}), {@code rising} ({@code yes}: has reached so much of the next tier that he
   * stands on the list of those about to rise), {@code customer} (his number). Sorts: {@code
   * since}, {@code assets}, {@code activity}, {@code points}, {@code nextPercent}.
   */
  @Query(
      value = "tier.standings",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public Page<StandingView> standings(PageRequest request) {
    return placing.page(request);
  }

  /**
   * Where one customer stands.
   *
   * @throws HeyiException {@link RelationshipError#NOT_PLACED}, {@link CommonError#NOT_FOUND},
   *     {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "tier.standing",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public StandingView standing(UUID customerId) {
    return placing.view(customerId);
  }

  /**
   * How customers came to their tiers, the latest first unless asked otherwise.
   *
   * <p>Filters: {@code customer} (his number), {@code kind}, {@code to} (code of a tier). Sorts:
   * {@code changedAt}.
   */
  @Query(
      value = "tier.changes",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public Page<TierChangeView> changes(PageRequest request) {
    return placing.changes(request);
  }

  /**
   * Gives a customer a tier for a time, whatever his figures say.
   *
   * @throws HeyiException {@link RelationshipError#TIER_UNKNOWN}, {@link RelationshipError#UNTIL},
   *     {@link RelationshipError#NOT_PLACED}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(
      value = "tier.set-by-hand",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public StandingView setByHand(SetTierByHand command) {
    return placing.setByHand(command);
  }

  /**
   * Starts the batch for the customers who were not placed for the day yet; every night it starts
   * by itself.
   *
   * @throws HeyiException {@link RelationshipError#RUNNING}, {@link RelationshipError#ALL_PLACED},
   *     {@link RelationshipError#NOT_TODAY}
   */
  @Command(
      value = "tier.evaluate",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public EvaluationView evaluate(StartEvaluation command) {
    return evaluations.start(command.day());
  }

  /** The latest runs of the batch, the newest first, at most ten. */
  @Query(
      value = "tier.evaluations",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<EvaluationView> evaluations() {
    return evaluations.latest();
  }
}
