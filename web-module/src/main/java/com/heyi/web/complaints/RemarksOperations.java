package com.heyi.web.complaints;

import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import java.util.List;

/** Suggestions and praise for branch systems. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface RemarksOperations {

  /** Records a suggestion or praise; the number in the answer is the receipt. */
  @WebMethod
  @WebResult(name = "remark")
  SoapRemark recordRemark(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "remark") SoapNewRemark remark);

  /** The branch's remarks, those received last first; 200 at most. Status may be left out. */
  @WebMethod
  @WebResult(name = "remark")
  List<SoapRemark> listRemarks(@WebParam(name = "status") String status);

  /** Answers a suggestion about the branch that was passed on, or thanks for praise. */
  @WebMethod
  @WebResult(name = "remark")
  SoapRemark answerRemark(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "remarkId") String remarkId,
      @WebParam(name = "version") Long version,
      @WebParam(name = "answer") String answer);
}
