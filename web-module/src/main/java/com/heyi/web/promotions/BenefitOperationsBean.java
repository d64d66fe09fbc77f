package com.heyi.web.promotions;

import com.heyi.promotions.BenefitFacade;
import com.heyi.promotions.BuyMembership;
import com.heyi.promotions.CheckIn;
import com.heyi.promotions.CompleteTask;
import com.heyi.promotions.EarningFacade;
import com.heyi.promotions.TakeBenefit;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Answers {@link BenefitOperations}. */
@ApplicationScoped
public class BenefitOperationsBean implements BenefitOperations {
  @Inject private BenefitFacade benefits;
  @Inject private EarningFacade earnings;

  @Override
  public List<CustomerBenefit> getBenefits(String customerId) {
    return benefits.today(id(customerId)).stream().map(CustomerBenefit::new).toList();
  }

  @Override
  public TakenBenefit takeBenefit(String requestId, String customerId, String benefit) {
    return new TakenBenefit(benefits.take(new TakeBenefit(id(customerId), benefit)));
  }

  @Override
  public EarnedPoints checkIn(String requestId, String customerId, String task) {
    return new EarnedPoints(earnings.checkIn(new CheckIn(id(customerId), task)));
  }

  @Override
  public EarnedPoints completeTask(
      String requestId, String customerId, String task, String reference) {
    return new EarnedPoints(earnings.complete(new CompleteTask(id(customerId), task, reference)));
  }

  @Override
  public List<CustomerMembership> getMemberships(String customerId) {
    return benefits.memberships(id(customerId)).stream().map(CustomerMembership::new).toList();
  }

  @Override
  public CustomerMembership buyMembership(
      String requestId, String customerId, String level, String accountId, String renews) {
    return new CustomerMembership(
        benefits.buy(new BuyMembership(id(customerId), level, idIfAny(accountId), named(renews))));
  }

  /** What is no id names no membership; the facade says so, after it has asked who calls. */
  private static UUID named(String membership) {
    return membership == null || membership.isBlank()
        ? null
        : Ids.find(membership).orElseGet(() -> new UUID(0, 0));
  }

  private static UUID idIfAny(String text) {
    return text == null || text.isBlank() ? null : id(text);
  }

  private static UUID id(String text) {
    return Ids.parse(text == null ? "" : text);
  }
}
