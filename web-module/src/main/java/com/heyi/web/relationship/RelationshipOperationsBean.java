package com.heyi.web.relationship;

import com.heyi.relationship.TiersFacade;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Answers {@link RelationshipOperations}. */
@ApplicationScoped
public class RelationshipOperationsBean implements RelationshipOperations {
  @Inject private TiersFacade tiers;

  @Override
  public SoapCustomerTier getCustomerTier(String customerId) {
    if (customerId == null) {
      throw HeyiException.ofFields(
          CommonError.INVALID, List.of(FieldError.of("customerId", "constraint.NotNull")));
    }
    return new SoapCustomerTier(tiers.standing(Ids.parse(customerId.strip())));
  }
}
