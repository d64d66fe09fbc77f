package com.heyi.web.relationship;

import com.heyi.relationship.AlertsFacade;
import com.heyi.relationship.ManagersFacade;
import com.heyi.relationship.TiersFacade;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Answers {@link RelationshipOperations}. */
@ApplicationScoped
public class RelationshipOperationsBean implements RelationshipOperations {
  @Inject private TiersFacade tiers;
  @Inject private ManagersFacade managers;
  @Inject private AlertsFacade alerts;

  @Override
  public SoapCustomerTier getCustomerTier(String customerId) {
    return new SoapCustomerTier(tiers.standing(id(customerId)));
  }

  @Override
  public SoapCustomerManager getCustomerManager(String customerId) {
    return new SoapCustomerManager(managers.of(id(customerId)));
  }

  @Override
  public List<SoapFlowAlert> getFlowAlerts(String customerId) {
    return alerts.openOf(id(customerId)).stream().map(SoapFlowAlert::new).toList();
  }

  private static UUID id(String customerId) {
    if (customerId == null) {
      throw HeyiException.ofFields(
          CommonError.INVALID, List.of(FieldError.of("customerId", "constraint.NotNull")));
    }
    return Ids.parse(customerId.strip());
  }
}
