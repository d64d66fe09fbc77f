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
}
