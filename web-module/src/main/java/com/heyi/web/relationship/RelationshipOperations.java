package com.heyi.web.relationship;

import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import java.util.List;

/** What branch systems are told of how the bank places a customer. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface RelationshipOperations {

  /** The tier that a customer has today. */
  @WebMethod
  @WebResult(name = "customerTier")
  SoapCustomerTier getCustomerTier(@WebParam(name = "customerId") String customerId);

  /** Who looks after a customer, and who sees to him today. */
  @WebMethod
  @WebResult(name = "customerManager")
  SoapCustomerManager getCustomerManager(@WebParam(name = "customerId") String customerId);

  /** The alerts about a customer that nobody has handled. */
  @WebMethod
  @WebResult(name = "flowAlert")
  List<SoapFlowAlert> getFlowAlerts(@WebParam(name = "customerId") String customerId);

  /** Why somebody should speak to a customer, and until when. */
  @WebMethod
  @WebResult(name = "followUp")
  List<SoapFollowUp> getFollowUps(@WebParam(name = "customerId") String customerId);

  /**
   * Says what came of a follow-up.
   *
   * @param requestId recognises a repeated request
   * @param followUpId the follow-up
   * @param expectedVersion its version as it was read
   * @param outcome KEPT, FELL, ROSE, LATER, NO_CONTACT, NOT_INTERESTED or OTHER
   * @param note more about it; needed for OTHER and for an alert
   */
  @WebMethod
  @WebResult(name = "followUp")
  SoapFollowUp finishFollowUp(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "followUpId") String followUpId,
      @WebParam(name = "expectedVersion") long expectedVersion,
      @WebParam(name = "outcome") String outcome,
      @WebParam(name = "note") String note);
}
