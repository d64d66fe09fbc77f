package com.heyi.web.accounts;

import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;

/** Customers and accounts for branch systems. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface AccountsOperations {

  /** Registers a customer who showed his resident ID. */
  @WebMethod
  @WebResult(name = "customer")
  SoapCustomer registerCustomer(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "name") String name,
      @WebParam(name = "residentId") String residentId,
      @WebParam(name = "phone") String phone,
      @WebParam(name = "address") String address,
      @WebParam(name = "homeBranch") String homeBranch);

  /** The customer with this number or, when none is given, with this resident ID. */
  @WebMethod
  @WebResult(name = "customer")
  SoapCustomer findCustomer(
      @WebParam(name = "number") String number, @WebParam(name = "residentId") String residentId);

  /** The customer with this id. */
  @WebMethod
  @WebResult(name = "customer")
  SoapCustomer getCustomer(@WebParam(name = "customerId") String customerId);

  /** Links the id by which an old app knows the customer. */
  @WebMethod
  @WebResult(name = "customer")
  SoapCustomer linkIdentity(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "expectedVersion") Long expectedVersion,
      @WebParam(name = "app") String app,
      @WebParam(name = "externalId") String externalId);

  /** Opens an account of type I, II or III. */
  @WebMethod
  @WebResult(name = "account")
  SoapAccount openAccount(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "expectedVersion") Long expectedVersion,
      @WebParam(name = "type") String type,
      @WebParam(name = "branch") String branch);

  /** Stops payments out of an account; head office lets it be used again. */
  @WebMethod
  @WebResult(name = "account")
  SoapAccount freezeAccount(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "accountId") String accountId,
      @WebParam(name = "expectedVersion") Long expectedVersion,
      @WebParam(name = "reason") String reason);

  /** Closes an account for good; nothing may be left in it. */
  @WebMethod
  @WebResult(name = "account")
  SoapAccount closeAccount(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "accountId") String accountId,
      @WebParam(name = "expectedVersion") Long expectedVersion,
      @WebParam(name = "reason") String reason);
}
