package com.heyi.web.soap;

import com.heyi.web.errors.Problem;
import jakarta.xml.soap.Detail;
import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPElement;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPFactory;
import jakarta.xml.soap.SOAPFault;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.util.Locale;
import javax.xml.namespace.QName;

/** SOAP faults made of problems, for the SOAP runtime to send. */
final class FaultMaker {
  private FaultMaker() {}

  static SOAPFaultException v11(Problem problem) {
    String code = SoapFaults.senderIsToBlame(problem) ? "Client" : "Server";
    try {
      SOAPFault fault =
          SOAPFactory.newInstance(SOAPConstants.SOAP_1_1_PROTOCOL)
              .createFault(
                  problem.detail(), new QName(SOAPConstants.URI_NS_SOAP_1_1_ENVELOPE, code));
      return withDetail(fault, problem);
    } catch (SOAPException e) {
      throw new IllegalStateException(e);
    }
  }

  static SOAPFaultException v12(Problem problem, Locale locale) {
    QName code =
        SoapFaults.senderIsToBlame(problem)
            ? SOAPConstants.SOAP_SENDER_FAULT
            : SOAPConstants.SOAP_RECEIVER_FAULT;
    try {
      SOAPFault fault = SOAPFactory.newInstance(SOAPConstants.SOAP_1_2_PROTOCOL).createFault();
      fault.setFaultCode(code);
      fault.addFaultReasonText(problem.detail(), locale);
      return withDetail(fault, problem);
    } catch (SOAPException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SOAPFaultException withDetail(SOAPFault fault, Problem problem)
      throws SOAPException {
    Detail detail = fault.addDetail();
    SOAPElement entry = detail.addDetailEntry(new QName(SoapFaults.NAMESPACE, "problem", "h"));
    add(entry, "code", problem.code());
    add(entry, "status", String.valueOf(problem.status()));
    add(entry, "message", problem.detail());
    add(entry, "requestId", problem.requestId());
    if (problem.approval() != null) {
      add(entry, "approval", problem.approval().toString());
    }
    for (Problem.Field field : problem.errors()) {
      SOAPElement error = entry.addChildElement("fieldError");
      add(error, "field", field.field());
      add(error, "code", field.code());
      add(error, "message", field.message());
    }
    return new SOAPFaultException(fault);
  }

  private static void add(SOAPElement parent, String name, String text) throws SOAPException {
    parent.addChildElement(name).addTextNode(text);
  }
}
