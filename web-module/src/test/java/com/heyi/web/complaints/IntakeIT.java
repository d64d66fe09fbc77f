package com.heyi.web.complaints;

import static com.heyi.testing.Soap.element;
import static com.heyi.testing.Soap.key;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.complaints.AttachFile;
import com.heyi.complaints.ComplaintError;
import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Sha256;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Desk;
import com.heyi.testing.Soap;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files and those who speak for others, by SOAP, REST and page over real HTTP. */
class IntakeIT {
  private static final String PATH = "/api/v1/complaints";
  private static final int MEBIBYTE = 1024 * 1024;

  private final Client branch = Callers.branch("B0101");
  private String complaint;

  /** How a message with a file beside it is written in each version of SOAP. */
  enum Version {
    V11("http://schemas.xmlsoap.org/soap/envelope/", "text/xml"),
    V12("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml");

    private static final String BOUNDARY = "between-the-parts";

    private final String namespace;
    private final String type;

    Version(String namespace, String type) {
      this.namespace = namespace;
      this.type = type;
    }

    String contentType() {
      return ("multipart/related; type=\"application/xop+xml\"; start=\"<message>\";"
              + " start-info=\"%s\"; boundary=\"%s\"")
          .formatted(type, BOUNDARY);
    }

    byte[] message(String operation, byte[] file) {
      String head =
          """
          --%1$s\r
          Content-Type: application/xop+xml; charset=UTF-8; type="%2$s"\r
          Content-Transfer-Encoding: 8bit\r
          Content-ID: <message>\r
          \r
          <s:Envelope xmlns:s="%3$s" xmlns:h="urn:heyi:branch:1"><s:Body>%4$s</s:Body></s:Envelope>\r
          --%1$s\r
          Content-Type: application/octet-stream\r
          Content-Transfer-Encoding: binary\r
          Content-ID: <file>\r
          \r
          """
              .formatted(BOUNDARY, type, namespace, operation);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(head.getBytes(UTF_8));
      all.writeBytes(file);
      all.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
      return all.toByteArray();
    }
  }

  @BeforeEach
  void aComplaintOfItsBranch() {
    complaint =
        branch
            .post(
                PATH,
                """
                {"channel": "COUNTER", "complainantContact": "13800138000", "product": "信用卡",
                 "narrative": "集体投诉年费"}
                """)
            .text("id");
  }

  @ParameterizedTest
  @EnumSource
  void aFileComesInTheMessageOrBesideIt(Version version) {
    byte[] small = pdf(2_000);
    byte[] large = pdf(3 * MEBIBYTE);

    Answer inside =
        Soap.call(
            branch,
            "addComplaintFile",
            key(),
            file("申请表.pdf", Base64.getEncoder().encodeToString(small)));
    Answer beside = send(version, addBeside(key(), "录音与合同.pdf"), large);

    assertThat(inside.status()).as(inside.toString()).isEqualTo(200);
    assertThat(beside.status()).as(beside.toString()).isEqualTo(200);
    Answer seen = Soap.call(branch, "getComplaintIntake", id());
    assertThat(seen.body())
        .contains(element("sha256", hash(small)), element("sha256", hash(large)))
        .contains(element("fileName", "申请表.pdf"), element("fileName", "录音与合同.pdf"))
        .contains(element("type", "PDF"), element("bytes", String.valueOf(large.length)));
    JsonNode files = branch.get(PATH + "/" + complaint + "/intake").json().path("attachments");
    HttpResponse<byte[]> handed =
        branch.file("/api/v1/complaint-files/" + files.at("/1/id").asText());
    assertThat(handed.body()).isEqualTo(large);
  }

  @Test
  void aRetryAddsNoSecondFile() {
    String again = key();
    byte[] large = pdf(2 * MEBIBYTE);

    Answer first = send(Version.V11, addBeside(again, "a.pdf"), large);
    Answer second = send(Version.V11, addBeside(again, "a.pdf"), large);
    Answer other = send(Version.V11, addBeside(again, "a.pdf"), pdf(2 * MEBIBYTE));

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(code(other)).isEqualTo("idempotency.key-reused");
    assertThat(files()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsTooLongIsRefusedBeforeItIsRead(Version version) {
    byte[] tooLong = pdf(12 * MEBIBYTE);
    byte[] message = version.message(addBeside(key(), "a.pdf"), tooLong);

    Answer told = branch.post("/soap/branch", message, version.contentType());
    Answer hidden =
        branch.send(
            "POST",
            "/soap/branch",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(message)),
            version.contentType());
    Answer inside =
        Soap.call(
            branch,
            "addComplaintFile",
            key(),
            file("a.pdf", Base64.getEncoder().encodeToString(pdf(MEBIBYTE))));

    assertThat(told.status()).isEqualTo(413);
    assertThat(code(told)).isEqualTo("request.too-large");
    assertThat(code(hidden)).as("read no further").isEqualTo("complaint.file-size");
    assertThat(code(inside)).as("in Base64 only what fits").isEqualTo("request.too-large");
    assertThat(code(send(version, addBeside(key(), "a.pdf"), pdf(10 * MEBIBYTE + 1))))
        .as("more than a complaint takes")
        .isEqualTo("complaint.file-size");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileByRestIsNoLongerThanAComplaintTakes() {
    String path = PATH + "/" + complaint + "/intake/files?filename=a.pdf";
    String type = "application/octet-stream";

    assertThat(branch.post(path, pdf(2 * MEBIBYTE), type).status()).isEqualTo(200);
    assertThat(branch.post(path, pdf(10 * MEBIBYTE + 1), type).code())
        .isEqualTo("complaint.file-size");
    Answer hidden =
        branch.send(
            "POST",
            path,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(pdf(12 * MEBIBYTE))),
            type);
    assertThat(hidden.status()).isEqualTo(413);
    assertThat(hidden.code()).as("read no further").isEqualTo("complaint.file-size");
    assertThat(files()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsNoneOfTheKindsIsAFault(Version version) {
    byte[] program = new byte[2 * MEBIBYTE];
    program[0] = 'M';
    program[1] = 'Z';

    Answer refused = send(version, addBeside(key(), "photo.png"), program);

    assertThat(code(refused)).isEqualTo("complaint.file-type");
    assertThat(refused.headerText("Content-Type")).startsWith(version.type);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(Soap.call(branch, "addComplaintFile", key(), id()).body())
        .contains(element("field", "content"));
    assertThat(
            Soap.call(
                    branch,
                    "addComplaintFile",
                    key(),
                    id(),
                    element("content", Base64.getEncoder().encodeToString(pdf(100))))
                .body())
        .contains(element("field", "fileName"));
    assertThat(code(Soap.call(branch, "addComplaintFile", file("a.pdf", "eA=="))))
        .isEqualTo("idempotency.key-missing");
    assertThat(code(Soap.call(branch, "addComplaintParty", key(), id(), element("role", "UNCLE"))))
        .isEqualTo("request.invalid");
  }

  @Test
  void aMessageThatPromisesAFileAndBringsNoneIsTheSendersFault() {
    String operation = addBeside(key(), "a.pdf").replace("cid:file", "cid:another");

    Answer refused = send(Version.V11, operation, pdf(100));

    assertThat(code(refused)).isEqualTo("request.not-xml");
    assertThat(refused.body()).contains("Client</faultcode>").doesNotContain("mimepull");
    assertThat(files()).isEmpty();
  }

  @Test
  void aGroupNamesFiveWhoSpeakForIt() {
    for (int i = 0; i < 5; i++) {
      assertThat(addParty("REPRESENTATIVE").status()).isEqualTo(200);
    }

    assertThat(code(addParty("REPRESENTATIVE"))).isEqualTo("complaint.too-many-representatives");
    assertThat(addParty("AGENT").status()).isEqualTo(200);
    Answer heir = addParty("HEIR");
    assertThat(heir.body())
        .contains(element("role", "HEIR"), element("name", "王五"), element("relation", "同事"));
    assertThat(heir.body().split("<party>")).hasSize(8);
  }

  @Test
  void anHeirIsToldOnceTheDeskSaysSoAndNoMoreOnceItEndsIt() {
    addParty("HEIR");
    String heir = parties().at("/0/id").asText();
    assertThat(parties().at("/0/toldSince").isNull()).as("by being named").isTrue();
    String path = PATH + "/" + complaint + "/intake/parties/" + heir;
    assertThat(branch.post(path + "/telling", "{}").code()).isEqualTo("auth.forbidden");

    Answer told = Callers.handler().post(path + "/telling", "{}");

    assertThat(told.status()).as(told.toString()).isEqualTo(200);
    assertThat(told.json().at("/parties/0/toldSince").isNull()).isFalse();
    assertThat(Callers.handler().post(path + "/telling", "{}").code())
        .isEqualTo("complaint.party-told");
    Answer ended =
        Soap.call(Callers.handler(), "endComplaintParty", key(), id(), element("partyId", heir));
    assertThat(ended.body()).contains("<endedAt>", "<toldSince>");
  }

  private JsonNode parties() {
    return branch.get(PATH + "/" + complaint + "/intake").json().path("parties");
  }

  @ParameterizedTest
  @CsvSource({"B0102, auth.other-branch", "-, auth.forbidden"})
  void anotherBranchsCaseTakesNothing(String other, String code) {
    Client stranger = other.equals("-") ? Callers.auditor() : Callers.branch(other);
    String content = Base64.getEncoder().encodeToString(pdf(100));

    assertThat(code(Soap.call(stranger, "addComplaintFile", key(), file("a.pdf", content))))
        .isEqualTo(code);
    assertThat(
            code(
                Soap.call(
                    stranger,
                    "addComplaintParty",
                    key(),
                    id(),
                    element("role", "AGENT"),
                    element("name", "x"),
                    element("relation", "x"),
                    element("document", "x"))))
        .isEqualTo(code);
    assertThat(files()).isEmpty();
  }

  @Test
  void aHandlerAddsALargeFileOnThePage() {
    byte[] large = pdf(3 * MEBIBYTE);
    try (Desk handler = Desk.of("handler.zhao")) {
      handler.open("/complaints/intake.xhtml?id=" + complaint);
      handler
          .page()
          .locator("[id='attach'] input[type=file]")
          .setInputFiles(new FilePayload("合同.pdf", "application/pdf", large));
      handler.page().locator("[id='attach:add']").click();
      handler.awaitText("main", "合同.pdf");
    }
    assertThat(files().at("/0/sha256").asText()).isEqualTo(hash(large));
  }

  @Test
  void aFileThatIsTooLongIsToldTheSameOnThePage() {
    try (Desk handler = Desk.of("handler.zhao")) {
      handler.open("/complaints/intake.xhtml?id=" + complaint);
      handler
          .page()
          .locator("[id='attach'] input[type=file]")
          .setInputFiles(new FilePayload("合同.pdf", "application/pdf", pdf(10 * MEBIBYTE + 1)));
      handler.page().locator("[id='attach:add']").click();
      handler.awaitText(
          "body",
          Texts.get(
              Locale.SIMPLIFIED_CHINESE, ComplaintError.FILE_SIZE.code(), AttachFile.MOST_BYTES));
    }
    assertThat(files()).isEmpty();
  }

  private Answer addParty(String role) {
    return Soap.call(
        branch,
        "addComplaintParty",
        key(),
        id(),
        element("role", role),
        element("name", "王五"),
        element("contact", "13800138000"),
        element("relation", "同事"),
        element("document", "委托书 2026-03-01"));
  }

  private JsonNode files() {
    return branch.get(PATH + "/" + complaint + "/intake").json().path("attachments");
  }

  private Answer send(Version version, String operation, byte[] file) {
    return branch.post("/soap/branch", version.message(operation, file), version.contentType());
  }

  private String addBeside(String requestId, String name) {
    return "<h:addComplaintFile>"
        + requestId
        + file(
            name,
            "<i:Include xmlns:i=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:file\"/>")
        + "</h:addComplaintFile>";
  }

  private String file(String name, String content) {
    return id() + element("fileName", name) + element("content", content);
  }

  private String id() {
    return element("complaintId", complaint);
  }

  private static String code(Answer answer) {
    String body = answer.body();
    int at = body.indexOf("<code>");
    return at < 0 ? answer.toString() : body.substring(at + 6, body.indexOf("</code>", at));
  }

  /** What begins as a PDF does, and is like no other. */
  private static byte[] pdf(int bytes) {
    byte[] content = new byte[bytes];
    new Random().nextBytes(content);
    byte[] first = ("%PDF-1.7\n" + UUID.randomUUID()).getBytes(UTF_8);
    System.arraycopy(first, 0, content, 0, first.length);
    return content;
  }

  private static String hash(byte[] content) {
    return HexFormat.of().formatHex(Sha256.digest().digest(content));
  }
}
