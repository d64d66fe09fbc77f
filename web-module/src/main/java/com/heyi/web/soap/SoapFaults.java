package com.heyi.web.soap;

import com.heyi.web.errors.Problem;
import java.util.Locale;

/**
 * SOAP faults made of problems, as text. Written by hand because a call may be refused before any
 * SOAP machinery has seen it.
 */
public final class SoapFaults {
  /** Namespace of everything that Heyi says by SOAP. */
  public static final String NAMESPACE = "urn:heyi:branch:1";

  private SoapFaults() {}

  /** The versions of SOAP, each with its envelope. */
  public enum Version {
    V11("http://schemas.xmlsoap.org/soap/envelope/", "text/xml"),
    V12("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml");

    private final String namespace;
    private final String mediaType;

    Version(String namespace, String mediaType) {
      this.namespace = namespace;
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }

    /**
     * The version that a request of this content type speaks; 1.1 when it cannot be told. A message
     * with files beside it names that of its envelope in a parameter.
     */
    public static Version of(String contentType) {
      if (contentType == null) {
        return V11;
      }
      String type = contentType.toLowerCase(Locale.ROOT);
      boolean v12 =
          type.startsWith(V12.mediaType)
              || type.startsWith("multipart/related") && type.contains("\"" + V12.mediaType);
      return v12 ? V12 : V11;
    }
  }

  /** Whether the sender is to blame, rather than we. */
  public static boolean senderIsToBlame(Problem problem) {
    return problem.status() < 500;
  }

  /** A whole message with one fault. */
  public static String envelope(Problem problem, Version version, Locale locale) {
    String fault = version == Version.V11 ? fault11(problem) : fault12(problem, locale);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope xmlns:soap=\""
        + version.namespace
        + "\"><soap:Body><soap:Fault>"
        + fault
        + "</soap:Fault></soap:Body></soap:Envelope>";
  }

  private static String fault11(Problem problem) {
    String code = senderIsToBlame(problem) ? "soap:Client" : "soap:Server";
    return element("faultcode", code)
        + element("faultstring", problem.detail())
        + "<detail>"
        + detail(problem)
        + "</detail>";
  }

  private static String fault12(Problem problem, Locale locale) {
    String code = senderIsToBlame(problem) ? "soap:Sender" : "soap:Receiver";
    return "<soap:Code><soap:Value>"
        + code
        + "</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang=\""
        + locale.toLanguageTag()
        + "\">"
        + escape(problem.detail())
        + "</soap:Text></soap:Reason><soap:Detail>"
        + detail(problem)
        + "</soap:Detail>";
  }

  private static String detail(Problem problem) {
    StringBuilder xml = new StringBuilder("<h:problem xmlns:h=\"" + NAMESPACE + "\">");
    xml.append(element("code", problem.code()));
    xml.append(element("status", String.valueOf(problem.status())));
    xml.append(element("message", problem.detail()));
    xml.append(element("requestId", problem.requestId()));
    if (problem.approval() != null) {
      xml.append(element("approval", problem.approval().toString()));
    }
    for (Problem.Field field : problem.errors()) {
      xml.append("<fieldError>")
          .append(element("field", field.field()))
          .append(element("code", field.code()))
          .append(element("message", field.message()))
          .append("</fieldError>");
    }
    return xml.append("</h:problem>").toString();
  }

  private static String element(String name, String text) {
    return "<" + name + ">" + escape(text) + "</" + name + ">";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
