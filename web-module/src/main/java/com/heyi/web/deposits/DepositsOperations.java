package com.heyi.web.deposits;

import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import java.math.BigDecimal;

/** The money in accounts for branch systems. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface DepositsOperations {

  /** What lies in an account, and what is left of its limits. */
  @WebMethod
  @WebResult(name = "balance")
  SoapBalance getAccountBalance(@WebParam(name = "accountId") String accountId);

  /** A part of an account's statement, latest first; the cursor of one part leads to the next. */
  @WebMethod
  @WebResult(name = "statement")
  SoapStatement getAccountStatement(
      @WebParam(name = "accountId") String accountId,
      @WebParam(name = "cursor") String cursor,
      @WebParam(name = "limit") Integer limit);

  /** Moves money in CNY; kind is CASH_IN, CASH_OUT, INFLOW, OUTFLOW, SPENDING or TRANSFER. */
  @WebMethod
  @WebResult(name = "movement")
  SoapMovement bookMovement(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "accountId") String accountId,
      @WebParam(name = "kind") String kind,
      @WebParam(name = "amount") BigDecimal amount,
      @WebParam(name = "counterparty") String counterparty,
      @WebParam(name = "memo") String memo);
}
