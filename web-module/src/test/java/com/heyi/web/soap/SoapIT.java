package com.heyi.web.soap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Mall;
import com.heyi.testing.People;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** SOAP over real HTTP, envelope by envelope. */
class SoapIT {
  private static final String PATH = "/soap/branch";

  /** The two versions, each with its own envelope, media type and shape of faults. */
  enum Version {
    V11("http://schemas.xmlsoap.org/soap/envelope/", "text/xml;charset=UTF-8"),
    V12("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml;charset=UTF-8");

    private final String namespace;
    private final String type;

    Version(String namespace, String type) {
      this.namespace = namespace;
      this.type = type;
    }

    Answer call(Client client, String operation) {
      return send(
          client,
          "<s:Envelope xmlns:s=\"%s\" xmlns:h=\"urn:heyi:branch:1\"><s:Body>%s</s:Body></s:Envelope>"
              .formatted(namespace, operation));
    }

    Answer send(Client client, String envelope) {
      return client.post(PATH, envelope.getBytes(StandardCharsets.UTF_8), type);
    }

    String faultText(Document answer) {
      return this == V11
          ? text(answer, "//*[local-name()='faultstring']")
          : text(answer, "//*[local-name()='Reason']/*[local-name()='Text']");
    }

    String faultCode(Document answer) {
      return this == V11
          ? text(answer, "//*[local-name()='faultcode']")
          : text(answer, "//*[local-name()='Code']/*[local-name()='Value']");
    }
  }

  @Test
  void theDescriptionIsServedToEverybodyAndHasAnOperationOfEveryModule() {
    Answer wsdl = Client.nobody().get(PATH + "?wsdl");
    assertThat(wsdl.status()).isEqualTo(200);
    Document document = xml(wsdl.body());
    assertThat(document.getDocumentElement().getLocalName()).isEqualTo("definitions");
    NodeList operations =
        nodes(document, "//*[local-name()='portType']/*[local-name()='operation']/@name");
    assertThat(IntStream.range(0, operations.getLength()).mapToObj(operations::item))
        .extracting(org.w3c.dom.Node::getNodeValue)
        .contains("whoAmI", "registerCustomer", "openAccount", "redeem", "cancelOrder")
        .contains("recordComplaint", "getComplaint")
        .contains("addComplaintFile", "addComplaintParty", "getComplaintIntake")
        .contains("getPoints", "getPointsStatement", "simulatePrice");
    String style = text(document, "//*[local-name()='binding']/*[local-name()='binding']/@style");
    assertThat(style).isEqualTo("document");
  }

  @Test
  void theSchemaOfTheDescriptionCanBeFetched() {
    Document wsdl = xml(Client.nobody().get(PATH + "?wsdl").body());
    String location = text(wsdl, "//@schemaLocation");
    assertThat(location).isNotBlank();
    String query = location.substring(location.indexOf('?'));
    Answer schema = Client.nobody().get(PATH + query);
    assertThat(schema.status()).isEqualTo(200);
    assertThat(xml(schema.body()).getDocumentElement().getLocalName()).isEqualTo("schema");
  }

  @ParameterizedTest
  @EnumSource
  void aBranchIsRecognised(Version version) {
    Answer answer = version.call(Callers.branch("B0101"), "<h:whoAmI/>");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(text(xml(answer.body()), "//branch")).isEqualTo("B0101");
    assertThat(xml(answer.body()).getDocumentElement().getNamespaceURI())
        .isEqualTo(version.namespace);
  }

  @ParameterizedTest
  @EnumSource
  void withoutATokenThereIsAFault(Version version) {
    Answer answer = version.call(Client.nobody(), "<h:whoAmI/>");
    assertThat(answer.status()).isEqualTo(401);
    fault(version, answer, "auth.token-missing");
  }

  @ParameterizedTest
  @EnumSource
  void aWrongRoleIsAFault(Version version) {
    fault(
        version, version.call(Callers.auditor(), register(People.residentId())), "auth.forbidden");
  }

  @ParameterizedTest
  @EnumSource
  void anothersCustomerIsAFault(Version version) {
    Customers.Registered foreign = Customers.registered("B0101");
    Answer answer =
        version.call(
            Callers.branch("B0102"),
            "<h:getCustomer><customerId>" + foreign.id() + "</customerId></h:getCustomer>");
    fault(version, answer, "auth.other-branch");
  }

  @ParameterizedTest
  @EnumSource
  void wrongFieldsAreNamedInTheFault(Version version) {
    String residentId = People.wrong(People.residentId());
    Answer answer = version.call(Callers.branch("B0101").speaking("en"), register(residentId));
    Document fault = fault(version, answer, "request.invalid");
    assertThat(text(fault, "//fieldError/field")).isEqualTo("residentId");
    assertThat(text(fault, "//fieldError/code")).startsWith("constraint.");
    assertThat(text(fault, "//fieldError/message")).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void aFaultSpeaksTheCallersLanguage(Version version) {
    Answer english = version.call(Callers.branch("B0101").speaking("en"), "<h:getCustomer/>");
    Answer taiwan = version.call(Callers.branch("B0101").speaking("zh-TW"), "<h:getCustomer/>");
    assertThat(version.faultText(xml(english.body()))).isNotBlank();
    assertThat(version.faultText(xml(taiwan.body())))
        .isNotEqualTo(version.faultText(xml(english.body())));
  }

  @Test
  void aRetryGetsTheFirstAnswerAgain() {
    String operation = register(People.residentId());
    Answer first = Version.V11.call(Callers.branch("B0101"), operation);
    Answer second = Version.V11.call(Callers.branch("B0101"), operation);
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(text(xml(second.body()), "//customer/id"))
        .isEqualTo(text(xml(first.body()), "//customer/id"));
  }

  @Test
  void aBranchMakesTheCallThatItPromisedAndSaysWhatCameOfIt() {
    Client branch = Callers.branch("B0101");
    Answer recorded =
        Version.V11.call(
            branch,
            """
            <h:recordComplaint><requestId>%s</requestId><complaint><channel>CALLBACK</channel>\
            <complainantContact>13800138000</complainantContact><product>信用卡</product>\
            <narrative>请回电说明年费</narrative>\
            <callBackAt>2999-01-01T10:00:00+08:00</callBackAt></complaint></h:recordComplaint>\
            """
                .formatted(UUID.randomUUID()));
    assertThat(recorded.status()).as(recorded.toString()).isEqualTo(200);
    String complaint = text(xml(recorded.body()), "//complaint/id");
    String call =
        Callers.handler()
            .post(
                "/api/v1/complaints/" + complaint + "/file/calls",
                "{\"callAt\": \"2999-01-02T02:00:00Z\", \"branch\": \"B0101\"}")
            .text("id");
    String mine = "//task[id='" + call + "']";
    Document tasks = xml(Version.V11.call(branch, "<h:listComplaintTasks/>").body());
    assertThat(text(tasks, mine + "/kind")).isEqualTo("CALL");
    assertThat(text(tasks, mine + "/callAt")).isEqualTo("2999-01-02T02:00:00Z");

    Answer answered =
        Version.V11.call(
            branch,
            """
            <h:answerComplaintTask><requestId>%s</requestId><complaintId>%s</complaintId>\
            <taskId>%s</taskId><answer>已回电</answer></h:answerComplaintTask>\
            """
                .formatted(UUID.randomUUID(), complaint, call));
    fault(Version.V11, answered, "complaint.task-kind");
    Answer finished =
        Version.V11.call(
            branch,
            """
            <h:finishComplaintCall><requestId>%s</requestId><complaintId>%s</complaintId>\
            <taskId>%s</taskId><outcome>NOT_REACHED</outcome><words>无人接听</words>\
            <againAt>2999-01-03T10:00:00+08:00</againAt></h:finishComplaintCall>\
            """
                .formatted(UUID.randomUUID(), complaint, call));

    assertThat(finished.status()).as(finished.toString()).isEqualTo(200);
    assertThat(text(xml(finished.body()), "//task/outcome")).isEqualTo("NOT_REACHED");
    assertThat(
            text(
                xml(Version.V11.call(branch, "<h:listComplaintTasks/>").body()),
                "//task[complaintId='" + complaint + "']/callAt"))
        .isEqualTo("2999-01-03T02:00:00Z");
  }

  @Test
  void headOfficeAndNoBranchTakesDownThatACustomerTakesHisCaseBack() {
    Client branch = Callers.branch("B0101");
    Answer recorded =
        Version.V11.call(
            branch,
            """
            <h:recordComplaint><requestId>%s</requestId><complaint><channel>COUNTER</channel>\
            <complainantContact>13800138000</complainantContact><product>信用卡</product>\
            <narrative>多收了年费</narrative></complaint></h:recordComplaint>\
            """
                .formatted(UUID.randomUUID()));
    assertThat(recorded.status()).as(recorded.toString()).isEqualTo(200);
    String complaint = text(xml(recorded.body()), "//complaint/id");
    String version = text(xml(recorded.body()), "//complaint/version");
    String asked = "<h:withdrawComplaint><requestId>%s</requestId><complaintId>%s</complaintId>";
    String said = "<version>%s</version>%s<reason>已自行解决</reason></h:withdrawComplaint>";
    String proof = "<proof>柜面核验身份证</proof>";

    fault(
        Version.V11,
        Version.V11.call(
            branch, (asked + said).formatted(UUID.randomUUID(), complaint, version, proof)),
        "auth.forbidden");
    Client operator = Callers.operator();
    fault(
        Version.V11,
        Version.V11.call(
            operator, (asked + said).formatted(UUID.randomUUID(), complaint, version, "")),
        "request.invalid");
    Answer withdrawn =
        Version.V11.call(
            operator, (asked + said).formatted(UUID.randomUUID(), complaint, version, proof));

    assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
    assertThat(text(xml(withdrawn.body()), "//complaint/status")).isEqualTo("WITHDRAWN");
  }

  @ParameterizedTest
  @EnumSource
  void aBranchReadsTheStatementOfItsOwnCustomerAndWhatExpiresWhen(Version version) {
    Client branch = Callers.branch("B0101");
    Customers.Registered customer = Customers.registered("B0101");
    grant(customer, 300, "2099-12-31");
    grant(customer, 200, "2098-06-30");
    Mall.placed(customer, Mall.itemOnSale(50, 5), 1);
    String his = "<customerId>" + customer.id() + "</customerId>";

    Answer whole = version.call(branch, "<h:getPointsStatement>" + his + "</h:getPointsStatement>");
    assertThat(whole.status()).as(whole.toString()).isEqualTo(200);
    Document statement = xml(whole.body());
    assertThat(text(statement, "count(//statement/entry)")).isEqualTo("3");
    assertThat(text(statement, "//statement/usable")).isEqualTo("450");
    assertThat(text(statement, "//expiring[1]/on")).isEqualTo("2098-06-30");
    assertThat(text(statement, "//expiring[1]/points")).isEqualTo("150");
    assertThat(text(statement, "//expiring[2]/on")).isEqualTo("2099-12-31");
    assertThat(text(statement, "//expiring[2]/points")).isEqualTo("300");
    JsonNode byRest = branch.get(customer.path() + "/points/statement").json().path("items").get(0);
    assertThat(text(statement, "//entry[1]/kind")).isEqualTo("REDEEM");
    for (String field :
        new String[] {
          "entryId",
          "entryNo",
          "amount",
          "balanceAfter",
          "orderId",
          "orderNumber",
          "effectiveOn",
          "recordedAt",
          "recordedBy"
        }) {
      assertThat(text(statement, "//entry[1]/" + field))
          .as(field)
          .isEqualTo(byRest.path(field).asText());
    }
    Document points = xml(version.call(branch, "<h:getPoints>" + his + "</h:getPoints>").body());
    assertThat(text(points, "count(//points/expiring)")).isEqualTo("2");
    assertThat(text(points, "//points/customerNumber")).isEqualTo(customer.number());

    Document oldest = part(version, his + "<kind>GRANT</kind><sort>entryNo</sort><limit>1</limit>");
    assertThat(text(oldest, "//entry/amount")).isEqualTo("300");
    Document next =
        part(
            version,
            his
                + "<kind>GRANT</kind><sort>entryNo</sort><cursor>"
                + text(oldest, "//nextCursor")
                + "</cursor><limit>1</limit>");
    assertThat(text(next, "//entry/amount")).isEqualTo("200");
    assertThat(text(next, "//nextCursor")).isEmpty();

    String none = "<h:getPointsStatement>" + his + "<kind>GIFT</kind></h:getPointsStatement>";
    fault(version, version.call(branch, none), "paging.filter-value");
    String statementOf = "<h:getPointsStatement>" + his + "</h:getPointsStatement>";
    fault(version, version.call(Callers.branch("B0102"), statementOf), "auth.other-branch");
    fault(version, version.call(Callers.handler(), statementOf), "auth.forbidden");
  }

  private static Document part(Version version, String asked) {
    Answer answer =
        version.call(
            Callers.branch("B0101"), "<h:getPointsStatement>" + asked + "</h:getPointsStatement>");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return xml(answer.body());
  }

  private static void grant(Customers.Registered customer, long points, String expiresOn) {
    Approvals.settled(
        Callers.operator()
            .post(
                customer.path() + "/points/grants",
                "{\"points\": %d, \"reason\": \"开户礼\", \"expiresOn\": \"%s\"}"
                    .formatted(points, expiresOn)));
  }

  @ParameterizedTest
  @EnumSource
  void aBranchAsksWhatACartWouldCostItsOwnCustomerAndIsAnsweredAsByRest(Version version) {
    Client branch = Callers.branch("B0101");
    Customers.Registered customer = Customers.registered("B0101");
    String sku = Mall.itemOnSale(70, 5);
    String his = "<customerId>" + customer.id() + "</customerId>";
    String line = "<line><sku>" + sku + "</sku><quantity>3</quantity></line>";

    Answer answer =
        version.call(
            branch,
            "<h:simulatePrice>" + his + line + "<at>2026-01-31T23:30:00Z</at></h:simulatePrice>");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    Document price = xml(answer.body());
    JsonNode byRest =
        branch
            .post(
                "/api/v1/promotions/price-questions",
                "{\"customerId\": \"%s\", \"lines\": [{\"sku\": \"%s\", \"quantity\": 3}]}"
                    .formatted(customer.id(), sku))
            .json();
    assertThat(text(price, "//price/total"))
        .isEqualTo("210")
        .isEqualTo(byRest.path("total").asText());
    assertThat(text(price, "//price/before")).isEqualTo(byRest.path("before").asText());
    assertThat(text(price, "//price/line/quantity")).isEqualTo("3");
    assertThat(text(price, "//price/day")).as("the bank's day").isEqualTo("2026-02-01");

    String coupon = "<coupon>NO-SUCH</coupon>";
    String unknown = "<h:simulatePrice>" + his + line + coupon + "</h:simulatePrice>";
    fault(version, version.call(branch, unknown), "coupon.unknown");
    assertThat(
            Stream.of("zh-CN", "zh-TW", "en")
                .map(branch::speaking)
                .map(speaker -> version.faultText(xml(version.call(speaker, unknown).body()))))
        .doesNotHaveDuplicates()
        .doesNotContain("", "coupon.unknown");
    String nothing =
        "<h:simulatePrice>"
            + his
            + "<line><sku>"
            + sku
            + "</sku><quantity>0</quantity></line></h:simulatePrice>";
    Document wrong = fault(version, version.call(branch, nothing), "request.invalid");
    assertThat(text(wrong, "//fieldError/field")).contains("quantity");
    String when = "<h:simulatePrice>" + his + "<at>gestern</at></h:simulatePrice>";
    assertThat(text(fault(version, version.call(branch, when), "request.invalid"), "//field"))
        .isEqualTo("at");
    String carts = "<h:simulatePrice>" + his + "</h:simulatePrice>";
    fault(version, version.call(Callers.branch("B0102"), carts), "auth.other-branch");
    fault(version, version.call(Callers.handler(), carts), "auth.forbidden");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoEnvelopeIsTheSendersFault(Version version) {
    Answer answer = version.send(Callers.branch("B0101"), "<nonsense/>");
    assertThat(answer.status()).as(answer.toString()).isBetween(400, 500);
    assertThat(answer.body()).doesNotContain("at com.sun").doesNotContain("at com.heyi");
  }

  @ParameterizedTest
  @EnumSource
  void anOutsideEntityIsNotRead(Version version) {
    Answer answer =
        version.send(
            Callers.branch("B0101"),
            ("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                    + "<s:Envelope xmlns:s=\"%s\" xmlns:h=\"urn:heyi:branch:1\"><s:Body>"
                    + "<h:getComplaint><number>&e;</number></h:getComplaint></s:Body></s:Envelope>")
                .formatted(version.namespace));
    assertThat(answer.status()).isGreaterThanOrEqualTo(400);
    assertThat(answer.body()).doesNotContain("root:");
  }

  private static String register(String residentId) {
    return """
    <h:registerCustomer><requestId>%s</requestId><name>%s</name><residentId>%s</residentId>\
    <phone>%s</phone></h:registerCustomer>\
    """
        .formatted(UUID.randomUUID(), People.name(), residentId, People.phone());
  }

  private static Document fault(Version version, Answer answer, String code) {
    Document document = xml(answer.body());
    assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo(version.namespace);
    assertThat(text(document, "//*[local-name()='problem']/code")).isEqualTo(code);
    assertThat(version.faultText(document)).isNotBlank();
    assertThat(version.faultCode(document)).endsWith(version == Version.V11 ? "Client" : "Sender");
    assertThat(answer.headerText("Content-Type"))
        .startsWith(version.type.substring(0, version.type.indexOf(';')));
    return document;
  }

  private static Document xml(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (Exception e) {
      throw new AssertionError("no XML: " + text, e);
    }
  }

  private static String text(Document document, String path) {
    try {
      return XPathFactory.newInstance().newXPath().evaluate(path, document);
    } catch (javax.xml.xpath.XPathExpressionException e) {
      throw new AssertionError(path, e);
    }
  }

  private static NodeList nodes(Document document, String path) {
    try {
      return (NodeList)
          XPathFactory.newInstance()
              .newXPath()
              .evaluate(path, document, javax.xml.xpath.XPathConstants.NODESET);
    } catch (javax.xml.xpath.XPathExpressionException e) {
      throw new AssertionError(path, e);
    }
  }
}
