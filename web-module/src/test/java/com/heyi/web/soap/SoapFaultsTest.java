package com.heyi.web.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.web.errors.Problem;
import jakarta.jws.WebParam;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SoapFaultsTest {
  private static final Problem PROBLEM =
      new Problem(
          "about:blank",
          "t",
          400,
          "a < b & c",
          "urn:heyi:request:r-1",
          "request.invalid",
          List.of(new Problem.Field("name", "constraint.NotBlank", "is <required>")));

  @ParameterizedTest
  @EnumSource(SoapFaults.Version.class)
  void aFaultCarriesTheProblemWhole(SoapFaults.Version version) throws Exception {
    Document xml = parse(SoapFaults.envelope(PROBLEM, version, Locale.ENGLISH));

    assertThat(text(xml, "requestId")).isEqualTo("r-1");
    assertThat(text(xml, "message")).isEqualTo("a < b & c");
    assertThat(xml.getElementsByTagName("fieldError").getLength()).isEqualTo(1);
    assertThat(text(xml, "field")).isEqualTo("name");
  }

  @ParameterizedTest
  @EnumSource(SoapFaults.Version.class)
  void theSenderIsBlamedOnlyForWhatIsHis(SoapFaults.Version version) {
    Problem ours =
        new Problem("about:blank", "t", 500, "d", "urn:heyi:request:r", "internal", List.of());

    assertThat(SoapFaults.envelope(PROBLEM, version, Locale.ENGLISH))
        .containsPattern("soap:(Client|Sender)");
    assertThat(SoapFaults.envelope(ours, version, Locale.ENGLISH))
        .containsPattern("soap:(Server|Receiver)");
  }

  @Test
  void theVersionIsToldByTheMediaType() {
    assertThat(SoapFaults.Version.of("application/soap+xml; charset=utf-8"))
        .isEqualTo(SoapFaults.Version.V12);
    assertThat(
            SoapFaults.Version.of(
                "Multipart/Related; type=\"application/xop+xml\"; boundary=b;"
                    + " start-info=\"application/soap+xml\""))
        .isEqualTo(SoapFaults.Version.V12);
    assertThat(
            SoapFaults.Version.of(
                "multipart/related; type=\"application/xop+xml\"; start-info=\"text/xml\""))
        .isEqualTo(SoapFaults.Version.V11);
    assertThat(SoapFaults.Version.of("text/xml")).isEqualTo(SoapFaults.Version.V11);
    assertThat(SoapFaults.Version.of(null)).isEqualTo(SoapFaults.Version.V11);
  }

  @Test
  void theRequestIdOfAChangeIsItsIdempotencyKey() throws Exception {
    Method grant = Operations.class.getMethod("grant", String.class, long.class);
    Caller caller = Caller.system("r");

    assertThat(SoapOperations.withKey(caller, grant, "key-1", 5L).idempotencyKey())
        .isEqualTo("key-1");
    assertThatThrownBy(() -> SoapOperations.withKey(caller, grant, null, 5L))
        .isInstanceOf(HeyiException.class)
        .hasMessage("idempotency.key-missing");
  }

  @Test
  void aReadNeedsNoKey() throws Exception {
    Method read = Operations.class.getMethod("read", String.class);
    Caller caller = Caller.system("r");

    assertThat(SoapOperations.withKey(caller, read, "x")).isSameAs(caller);
  }

  @Test
  void anOperationIsSentToTheInterfaceThatDeclaredIt() throws Exception {
    Method method = Port.class.getMethod("read", String.class);

    assertThat(SoapOperations.declaration(Port.class, method).getDeclaringClass())
        .isEqualTo(Operations.class);
  }

  interface Operations {
    void grant(@WebParam(name = "requestId") String requestId, @WebParam(name = "points") long p);

    String read(@WebParam(name = "id") String id);
  }

  interface Port extends Operations {}

  private static String text(Document xml, String name) {
    return xml.getElementsByTagName(name).item(0).getTextContent();
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }
}
