package com.heyi.web.complaints;

import com.heyi.web.soap.SoapFaults;
import jakarta.activation.DataHandler;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;

/** What comes in with complaints, for branch systems: files, and those who speak for others. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface IntakeOperations {

  /**
   * The files of a complaint, and those who speak for the complainant. A file itself is handed out
   * by REST, under its id.
   */
  @WebMethod
  @WebResult(name = "intake")
  SoapComplaintIntake getComplaintIntake(@WebParam(name = "complaintId") String complaintId);

  /**
   * Adds a file to a complaint: PDF, PNG, JPEG, WAV, MP3 or plain text, 10 MB at most; what it is
   * follows from its content. It comes in Base64, or beside the message (MTOM), which one that does
   * not fit into an ordinary message must.
   */
  @WebMethod
  @WebResult(name = "intake")
  SoapComplaintIntake addComplaintFile(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "complaintId") String complaintId,
      @WebParam(name = "fileName") String fileName,
      @WebParam(name = "content") DataHandler content);

  /**
   * Names somebody who speaks for the complainant. Role: AGENT, HEIR or REPRESENTATIVE, of whom a
   * group has five at most; relation: how he stands to the complainant; document: what proves it.
   */
  @WebMethod
  @WebResult(name = "intake")
  SoapComplaintIntake addComplaintParty(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "complaintId") String complaintId,
      @WebParam(name = "role") String role,
      @WebParam(name = "name") String name,
      @WebParam(name = "contact") String contact,
      @WebParam(name = "relation") String relation,
      @WebParam(name = "document") String document);

  /**
   * Tells an heir from now on what the complainant was told; for the desk, and never by who named
   * him. Where messages went before is told once that they go elsewhere.
   */
  @WebMethod
  @WebResult(name = "intake")
  SoapComplaintIntake tellComplaintHeir(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "complaintId") String complaintId,
      @WebParam(name = "partyId") String partyId);

  /** Ends that somebody speaks for the complainant; for the desk. */
  @WebMethod
  @WebResult(name = "intake")
  SoapComplaintIntake endComplaintParty(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "complaintId") String complaintId,
      @WebParam(name = "partyId") String partyId);
}
