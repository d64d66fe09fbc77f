package com.heyi.web.promotions;

import com.heyi.promotions.BenefitFacade;
import com.heyi.promotions.CheckIn;
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

  private static UUID id(String text) {
    return Ids.parse(text == null ? "" : text);
  }
}
