package com.heyi.web.relationship;

import com.heyi.relationship.AlertsFacade;
import com.heyi.relationship.FinishFollowUp;
import com.heyi.relationship.FollowUpOutcome;
import com.heyi.relationship.FollowUpsFacade;
import com.heyi.relationship.ManagersFacade;
import com.heyi.relationship.TiersFacade;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
import com.heyi.web.soap.SoapInput;
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
  @Inject private FollowUpsFacade followUps;

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

  @Override
  public List<SoapFollowUp> getFollowUps(String customerId) {
    return followUps.openOf(id(customerId)).stream().map(SoapFollowUp::new).toList();
  }

  @Override
  public SoapFollowUp finishFollowUp(
      String requestId, String followUpId, long expectedVersion, String outcome, String note) {
    return new SoapFollowUp(
        followUps.finish(
            new FinishFollowUp(
                SoapInput.id("followUpId", followUpId),
                expectedVersion,
                SoapInput.oneOf("outcome", FollowUpOutcome.class, outcome),
                note)));
  }

  private static UUID id(String customerId) {
    if (customerId == null) {
      throw CommonError.invalid("customerId", "constraint.NotNull");
    }
    return Ids.parse(customerId.strip());
  }
}
