package com.heyi.web.accounts;

import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import java.util.List;

/** Documents of a branch's own customers, and the upgrade of their accounts to type I. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface UpgradeOperations {

  /** What a customer has shown or signed, the latest first; numbers come masked. */
  @WebMethod
  @WebResult(name = "document")
  List<SoapDocument> getDocuments(@WebParam(name = "customerId") String customerId);

  /**
   * Records a document; the latest of a kind counts.
   *
   * @param documentKind RESIDENT_CARD, MEETING, TAX_DECLARATION or GUARDIANSHIP
   * @param expiresOn ISO 8601; left out when it does not expire
   */
  @WebMethod
  @WebResult(name = "document")
  List<SoapDocument> recordDocument(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "documentKind") String documentKind,
      @WebParam(name = "documentNumber") String documentNumber,
      @WebParam(name = "expiresOn") String expiresOn);

  /** Upgrades an account to type I; the fault account.documents-missing names what is missing. */
  @WebMethod
  @WebResult(name = "account")
  SoapAccount upgradeAccount(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "accountId") String accountId,
      @WebParam(name = "expectedVersion") long expectedVersion);
}
