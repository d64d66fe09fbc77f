package com.heyi.web.winddown;

import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import java.util.List;

/** What branch systems tell customers whose app has ended. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface WindDownOperations {

  /** Where all that a customer's former apps owed him has gone. */
  @WebMethod
  @WebResult(name = "proof")
  List<SoapMigrationProof> getMigrationProofs(@WebParam(name = "customerId") String customerId);
}
