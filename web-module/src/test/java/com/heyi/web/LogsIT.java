package com.heyi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.People;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Session;
import com.heyi.testing.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No log of any server keeps what people told the bank: a story is played with values that occur
 * nowhere else, with its mistakes, its races and its refusals, and then looked for in every file
 * that the platform wrote.
 */
class LogsIT {
  private static final String MARK = UUID.randomUUID().toString().substring(0, 8);
  private static final String NAME = "记号" + "甲乙丙丁戊己庚辛".charAt(MARK.charAt(0) % 8) + "某";
  private static final String ADDRESS = "记号路" + MARK + "号";
  private static final String NARRATIVE = "柜面等候过久，联系人记号" + MARK + "投诉正文";
  private static final String CONTACT = "mark" + MARK + "@example.org";

  private final String residentId = People.residentId();
  private final String phone = People.phone();

  @Test
  void noLogKeepsWhatPeopleToldTheBank() throws IOException {
    String body = body(NAME, residentId, phone);
    Client operator = Callers.operator();
    Answer made = operator.post(Customers.PATH, body);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(operator.post(Customers.PATH, body).status()).isEqualTo(409);

    search(operator);
    mistakes(operator);
    soap();
    pages();
    complaint(operator, made.text("number"));

    // What was refused by the database itself, too.
    String raced = People.residentId();
    List<CompletableFuture<Answer>> running = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      running.add(operator.postLater(Customers.PATH, body(NAME, raced, phone)));
    }
    running.forEach(CompletableFuture::join);

    Waiting.pause(Duration.ofSeconds(2));
    List<String> marks =
        List.of(NAME, residentId, phone, ADDRESS, NARRATIVE, CONTACT, raced, MARK + "号");
    assertThat(filesThatHold(marks)).isEmpty();
  }

  @Test
  void aPersonalFilterIsTakenByTheSearchAndRefusedInAnAddress() {
    for (String filter : List.of("name", "phone", "residentId")) {
      Answer refused = Callers.operator().get(Customers.PATH + "?" + filter + "=x");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo("request.personal-in-address");
      assertThat(refused.text("detail")).contains("/customers/search");
    }
    Customers.Registered one = Customers.registered();
    Answer found =
        Callers.operator()
            .withKey(null)
            .post(Customers.PATH + "/search", "{\"residentId\":\"" + one.residentId() + "\"}");
    assertThat(found.status()).as(found.toString()).isEqualTo(200);
    assertThat(found.json().path("items").size()).isEqualTo(1);
    assertThat(found.json().path("items").get(0).path("id").asText()).isEqualTo(one.id());
    Answer page = Callers.operator().post(Customers.PATH + "/search", "{\"limit\": 1}");
    String cursor = page.text("nextCursor");
    Answer next =
        Callers.operator()
            .post(Customers.PATH + "/search", "{\"limit\": 1, \"cursor\": \"" + cursor + "\"}");
    assertThat(next.json().path("items").get(0).path("id").asText())
        .isNotEqualTo(page.json().path("items").get(0).path("id").asText());
  }

  @Test
  void aPageTakesAPersonalFilterFromItsFormAndNotFromItsAddress() {
    Customers.Registered one = Customers.registered();
    String name = Callers.operator().get(one.path()).text("name");
    Session operator = Session.of("operator.wang");
    Answer posted =
        operator.post("/accounts/list.xhtml", Map.of("name", name, "number", one.number()));
    assertThat(posted.status()).isEqualTo(200);
    assertThat(posted.body()).contains(one.number()).contains("value=\"" + name + "\"");
    Answer got = operator.get("/accounts/list.xhtml?name=nobody-has-this&number=" + one.number());
    assertThat(got.body()).contains(one.number()).doesNotContain("nobody-has-this\"");
    assertThat(got.body()).containsPattern("<form method=\"post\"[^>]*role=\"search\"");
  }

  private void search(Client operator) {
    String path = Customers.PATH + "/search";
    assertThat(operator.post(path, "{\"name\":\"" + NAME + "\"}").body()).contains("items");
    assertThat(operator.post(path, "{\"phone\":\"" + phone + "\"}").body()).contains("items");
    operator.post(path, "{\"residentId\":\"" + residentId + "\"}");
    operator.post(path, "{\"residentId\":\"" + residentId + "x" + MARK + "号\"}");
  }

  private void mistakes(Client operator) {
    operator.post(Customers.PATH, body(NAME + "\\u0000", People.residentId(), phone));
    operator.post(Customers.PATH, body(NAME, People.wrong(residentId), "12"));
    operator.post(Customers.PATH, "{\"name\": \"" + NAME + "\", \"residentId\": " + residentId);
    operator.post(Customers.PATH, "{\"name\": {\"" + NAME + "\": \"" + ADDRESS + "\"}}");
    Callers.auditor().post(Customers.PATH, body(NAME, residentId, phone));
    operator.post(Customers.PATH, body(NAME.repeat(200), residentId, phone));
  }

  private void soap() {
    for (String operation :
        List.of(
            "<h:findCustomer><residentId>" + residentId + "</residentId></h:findCustomer>",
            "<h:findCustomer><residentId>" + NAME + "</residentId></h:findCustomer>",
            "<h:noSuchThing><name>" + NAME + "</name></h:noSuchThing>",
            "<h:registerCustomer><requestId>"
                + UUID.randomUUID()
                + "</requestId><name>"
                + NAME
                + "</name><residentId>"
                + residentId
                + "</residentId><phone>"
                + phone
                + "</phone><address>"
                + ADDRESS
                + "</address></h:registerCustomer>",
            "<h:registerCustomer><name>" + NAME + "</h:registerCustomer>")) {
      String envelope =
          "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
              + " xmlns:h=\"urn:heyi:branch:1\"><s:Body>"
              + operation
              + "</s:Body></s:Envelope>";
      Callers.branch("B0101")
          .post("/soap/branch", envelope.getBytes(StandardCharsets.UTF_8), "text/xml");
    }
  }

  private void pages() {
    Session operator = Session.of("operator.wang");
    Answer found = operator.post("/accounts/list.xhtml", Map.of("name", NAME, "phone", phone));
    assertThat(found.status()).isEqualTo(200);
    operator.post("/accounts/list.xhtml", Map.of("phone", "记号" + MARK + "号"));
    operator.send(
        "POST",
        "/accounts/list.xhtml",
        "name=" + MARK + "%E5%8F%B7&name=mark" + MARK + "%40example.org%&phone=" + phone + "%zz",
        "application/x-www-form-urlencoded",
        Map.of());
  }

  private void complaint(Client operator, String customer) {
    Answer recorded =
        operator.post(
            "/api/v1/complaints",
            """
            {"channel": "APP", "customer": "%s", "complainantName": "%s", "complainantContact": "%s",
             "branch": "B0101", "product": "借记卡", "issue": "服务", "narrative": "%s",
             "complexity": "SIMPLE"}
            """
                .formatted(customer, NAME, CONTACT, NARRATIVE));
    assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
    operator.post("/api/v1/complaints", "{\"channel\": \"" + NARRATIVE + "\"}");
  }

  private static String body(String name, String residentId, String phone) {
    return """
    {"name": "%s", "residentId": "%s", "phone": "%s", "address": "%s", "homeBranch": "B0101"}
    """
        .formatted(name, residentId, phone, ADDRESS);
  }

  private static List<String> filesThatHold(List<String> marks) throws IOException {
    List<String> found = new ArrayList<>();
    int read = 0;
    for (Path folder : RunningHeyi.get().logFolders()) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).filter(LogsIT::isText).toList()) {
          read++;
          for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
            String text =
                new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            if (marks.stream().anyMatch(text::contains)) {
              found.add(file.getFileName() + ": " + text);
            }
          }
        }
      }
    }
    assertThat(read).as("logs read").isGreaterThanOrEqualTo(3);
    return found;
  }

  private static boolean isText(Path file) {
    String name = file.getFileName().toString();
    return name.contains("log") || name.endsWith(".txt");
  }
}
