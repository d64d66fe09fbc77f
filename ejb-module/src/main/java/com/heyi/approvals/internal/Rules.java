package com.heyi.approvals.internal;

import com.heyi.approvals.ApprovalError;
import com.heyi.approvals.ApprovalRuleView;
import com.heyi.approvals.SetApprovalRule;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.AddsUpBy;
import com.heyi.shared.facade.ApprovedRun;
import com.heyi.shared.facade.CommandRegistry;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.facade.WeightUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which actions wait for a second person. */
@ApplicationScoped
public class Rules {
  private static final Set<Role> MAY_CHECK =
      Set.of(Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.COMPLAINT_HANDLER);

  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private CommandRegistry commands;

  protected Rules() {}

  Rules(EntityManager em, CommandRegistry commands) {
    this.em = em;
    this.commands = commands;
  }

  /** What is in force for this action, or empty when one person is enough. */
  Optional<Rule> find(String action) {
    if (action.equals(Rule.SETTING_A_RULE)) {
      return Optional.of(Rule.FOR_RULES);
    }
    if (isFixed(action)) {
      return Optional.empty();
    }
    return Optional.ofNullable(em.find(ApprovalRule.class, action))
        .filter(ApprovalRule::isActive)
        .map(ApprovalRule::rule);
  }

  /** Every action that can be configured, and the hard-wired one, with what is set for it. */
  public List<ApprovalRuleView> all() {
    Map<String, ApprovalRule> set =
        em.createQuery("from ApprovalRule", ApprovalRule.class)
            .getResultStream()
            .collect(Collectors.toMap(ApprovalRule::action, Function.identity()));
    return commands.all().stream()
        .filter(command -> isShown(command.action()))
        .map(command -> view(command, Optional.ofNullable(set.get(command.action()))))
        .toList();
  }

  /**
   * What is set for one action.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  public ApprovalRuleView view(String action) {
    return commands
        .find(action)
        .filter(command -> isShown(action))
        .map(command -> view(command, Optional.ofNullable(em.find(ApprovalRule.class, action))))
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, action));
  }

  /**
   * Sets a rule.
   *
   * @throws HeyiException see {@link com.heyi.approvals.ApprovalRulesFacade#set}
   */
  public ApprovalRuleView set(SetApprovalRule command) {
    String action = command.action();
    if (isFixed(action)) {
      throw new HeyiException(ApprovalError.ACTION_FIXED, action);
    }
    CommandRegistry.Entry entry =
        commands
            .find(action)
            .orElseThrow(() -> new HeyiException(ApprovalError.ACTION_UNKNOWN, action));
    if (command.active() && entry.tellsSecret()) {
      throw new HeyiException(ApprovalError.TOLD_ONCE, action);
    }
    if (command.above() != null && entry.unit() == WeightUnit.NONE) {
      throw new HeyiException(ApprovalError.NO_AMOUNT, action);
    }
    if (command.withinHours() != null && command.above() == null) {
      throw new HeyiException(ApprovalError.NOTHING_ADDS_UP, action);
    }
    command.checkers().stream()
        .filter(role -> !MAY_CHECK.contains(role))
        .findFirst()
        .ifPresent(
            role -> {
              throw new HeyiException(ApprovalError.ROLE_CANNOT_CHECK, role);
            });
    ApprovalRule known = em.find(ApprovalRule.class, action);
    ApprovalRule rule = known == null ? new ApprovalRule(action) : known;
    rule.requireVersion(command.version());
    rule.set(command, ApprovedRun.approval().orElse(null));
    if (known == null) {
      em.persist(rule);
    }
    em.flush();
    return rule.view(entry);
  }

  private static ApprovalRuleView view(CommandRegistry.Entry command, Optional<ApprovalRule> set) {
    if (isFixed(command.action())) {
      Rule rule = Rule.FOR_RULES;
      return new ApprovalRuleView(
          command.action(),
          command.module(),
          command.unit(),
          null,
          null,
          AddsUpBy.TARGET,
          rule.checkers(),
          (int) rule.waits().toHours(),
          true,
          true,
          null,
          0);
    }
    return set.map(rule -> rule.view(command))
        .orElseGet(
            () ->
                new ApprovalRuleView(
                    command.action(),
                    command.module(),
                    command.unit(),
                    null,
                    null,
                    AddsUpBy.TARGET,
                    List.of(),
                    0,
                    false,
                    false,
                    null,
                    0));
  }

  /** Deciding cannot wait for a decision, and the rule for rules is not one of them. */
  private static boolean isFixed(String action) {
    return action.startsWith("approval.") || action.startsWith("approval-rule.");
  }

  private static boolean isShown(String action) {
    return !isFixed(action) || action.equals(Rule.SETTING_A_RULE);
  }
}
