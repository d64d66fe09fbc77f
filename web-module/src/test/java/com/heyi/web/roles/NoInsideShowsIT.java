package com.heyi.web.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.heyi.shared.facade.Role;
import com.heyi.shared.json.Json;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Session;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is thrown at any way in, nothing of the inside comes back: no stack trace, no name of a
 * class or of a server's part, no SQL, and never a plain failure. The odd values are dealt round to
 * the endpoints of the role matrix, as somebody who is let in: each endpoint and field gets some,
 * each value comes to every kind of endpoint. With {@code -Dheyi.fuzz.whole=true} everything gets
 * everything, which takes several times as long.
 */
class NoInsideShowsIT {
  private static final Pattern INSIDE =
      Pattern.compile(
          "Exception|\\tat |\\bat"
              + " [a-z]+\\.[a-z]+\\.|com\\.heyi|com\\.sun|java\\.(?:lang|util|io|sql)"
              + "|org\\.(?:hibernate|postgresql|glassfish|apache|jboss|eclipse|primefaces)"
              + "|fish\\.payara|GlassFish|Grizzly|Payara|Jersey|Hibernate|PostgreSQL|SQLState|\\b(?:select|insert"
              + " into|update) [a-z_.]+ |NullPointer|StackTrace",
          Pattern.CASE_INSENSITIVE);

  /** Values that no field expects. */
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "\u0000",
          "a\u0000b",
          "\u202Eabc\uFEFF\u0007",
          "\uD83D\uDE00".repeat(50),
          "'; drop table accounts.customer; --",
          "${7*7}#{7*7}<script>{0}",
          "../../../../etc/passwd",
          "%00%n%s%x",
          "-1",
          "99999999999999999999999999",
          "+999999999-12-31",
          "x".repeat(5000));

  private static final List<String> QUERY_NAMES =
      List.of(
          "limit",
          "cursor",
          "sort",
          "from",
          "to",
          "number",
          "name",
          "branch",
          "status",
          "kind",
          "app",
          "customer",
          "sku",
          "who",
          "action",
          "outcome",
          "role",
          "page",
          "rows",
          "id",
          "q");

  private static final List<String> BODIES =
      List.of(
          "",
          "{",
          "[]",
          "null",
          "7",
          "\"x\"",
          "{\"a\":",
          "\u0000",
          "{}",
          "<x/>",
          "{\"\":{}}",
          "[".repeat(50_000),
          "{\"a\":".repeat(20_000),
          "\"" + "x".repeat(300_000) + "\"");

  private static final List<String> TYPES =
      List.of("text/plain", "application/xml", "multipart/form-data", "nonsense", "a/b;c=\"");

  /** Some of these are orders that one list knows and the table of another page does not. */
  private static final List<String> SORTS =
      List.of(
          "id",
          "-version",
          "toString",
          "a.b",
          "class",
          "registeredAt",
          "number",
          "-name",
          "recordedAt",
          "requestedAt",
          "-placedAt",
          "receivedAt",
          "dueOn",
          "sku",
          "price",
          "stock",
          "status",
          "effectiveOn",
          "-total",
          "who",
          "user");

  private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final RoleMatrix MATRIX = new RoleMatrix();

  private static final boolean WHOLE = Boolean.getBoolean("heyi.fuzz.whole");

  private final List<String> found = new ArrayList<>();
  private int tried;
  private final Map<List<?>, Integer> dealt = new HashMap<>();

  @AfterEach
  void nothingOfTheInsideWasSeen() {
    assertThat(tried).isPositive();
    assertThat(found.stream().limit(60).toList())
        .as(found.size() + " of " + tried + " answers")
        .isEmpty();
  }

  /** The next so many of the values, going on where the last ones ended; all when it is whole. */
  private <T> List<T> some(int many, List<T> values) {
    if (WHOLE || many >= values.size()) {
      return values;
    }
    int end = dealt.merge(values, many, Integer::sum);
    return IntStream.range(end - many, end).mapToObj(i -> values.get(i % values.size())).toList();
  }

  @Test
  void restKeepsItsInsideToItself() {
    for (Endpoint endpoint : endpoints(Endpoint.Kind.REST)) {
      Client client =
          callerFor(endpoint).with("If-Match", "\"0\"").withKey(UUID.randomUUID().toString());
      String path = Dummies.path(endpoint);
      for (String verb :
          some(3, List.of("PATCH", "PUT", "DELETE", "POST", "GET", "HEAD", "OPTIONS"))) {
        if (!verb.equals(endpoint.verb())) {
          send(client, verb, path, verb.startsWith("P") ? "{}" : null, "application/json");
        }
      }
      for (String id : some(5, ODD)) {
        if (endpoint.name().contains("{")) {
          send(
              client,
              endpoint.verb(),
              endpoint.name().replaceAll("\\{[^}]+}", code(id)),
              null,
              null);
        }
      }
      if (endpoint.verb().equals("GET")) {
        queries(client, path);
      } else {
        bodies(client, endpoint, path);
      }
    }
  }

  private void queries(Client client, String path) {
    for (String name : some(8, QUERY_NAMES)) {
      for (String value : List.of("a\u0000", "99999999999999999999")) {
        send(client, "GET", path + "?" + name + "=" + code(value), null, null);
      }
    }
    for (String odd : some(3, ODD)) {
      send(client, "GET", path + "?" + code(odd) + "=" + code(odd), null, null);
    }
    for (String sort :
        some(3, List.of("-", "--", "id", "-version", "toString", "a.b", "registeredAt,name"))) {
      send(client, "GET", path + "?sort=" + sort, null, null);
    }
    send(client, "GET", path + "?sort=number&cursor=eyJzb3J0IjoibnVtYmVyIn0", null, null);
    send(client, "GET", path + "?limit=10&limit=20&limit", null, null);
  }

  private void bodies(Client client, Endpoint endpoint, String path) {
    String good = Dummies.body(endpoint.method());
    for (String body : some(5, BODIES)) {
      send(client, endpoint.verb(), path, body, "application/json");
    }
    for (String type : some(2, TYPES)) {
      send(client, endpoint.verb(), path, good == null ? "x" : good, type);
    }
    send(client.withKey(null), endpoint.verb(), path, good, "application/json");
    send(client.with("If-Match", "W/\"\u00e9"), endpoint.verb(), path, good, "application/json");
    if (good != null) {
      for (String wrong : spoiled(good)) {
        send(
            client.withKey(UUID.randomUUID().toString()),
            endpoint.verb(),
            path,
            wrong,
            "application/json");
      }
    }
  }

  /** The body with one field after the other replaced by something it does not expect. */
  private Set<String> spoiled(String good) {
    Set<String> bodies = new LinkedHashSet<>();
    try {
      JsonNode root = Json.mapper().readTree(good);
      JsonNodeFactory make = JsonNodeFactory.instance;
      List<JsonNode> wrong = new ArrayList<>();
      ODD.forEach(text -> wrong.add(make.textNode(text)));
      wrong.addAll(
          List.of(
              make.nullNode(),
              make.objectNode(),
              make.arrayNode().addNull(),
              make.booleanNode(true),
              make.numberNode(-1),
              make.numberNode(Long.MAX_VALUE),
              make.numberNode(1.5)));
      if (root instanceof ObjectNode object) {
        object
            .fieldNames()
            .forEachRemaining(
                name ->
                    some(4, wrong)
                        .forEach(
                            value -> {
                              bodies.add(object.deepCopy().<ObjectNode>set(name, value).toString());
                              within(object, name, value).ifPresent(bodies::add);
                            }));
        bodies.add(good.replace("\"x\"", "\"\\ud800\""));
      }
      return bodies;
    } catch (IOException e) {
      throw new AssertionError(good, e);
    }
  }

  /** The same inside of the first element of a list. */
  private static java.util.Optional<String> within(ObjectNode object, String name, JsonNode value) {
    ObjectNode copy = object.deepCopy();
    if (copy.get(name) instanceof ArrayNode list && list.get(0) instanceof ObjectNode first) {
      List<String> names = new ArrayList<>();
      first.fieldNames().forEachRemaining(names::add);
      names.forEach(inner -> first.set(inner, value));
      return java.util.Optional.of(copy.toString());
    }
    return java.util.Optional.empty();
  }

  @Test
  void soapKeepsItsInsideToItself() {
    Client client = Callers.branch("B0101");
    for (Endpoint endpoint : endpoints(Endpoint.Kind.SOAP)) {
      String operation = Dummies.operation(endpoint.method());
      Matcher value = Pattern.compile(">([^<>]+)<").matcher(operation);
      while (value.find()) {
        for (String odd :
            some(2, List.of("", "&#1;", "x".repeat(5000), "-1", "99999999999999999999", "<a/>"))) {
          soap(
              client,
              SOAP_11,
              operation.substring(0, value.start(1)) + odd + operation.substring(value.end(1)));
        }
      }
      soap(client, SOAP_11, "<h:" + endpoint.name() + " xmlns:h=\"urn:heyi:branch:1\"/>");
      soap(client, SOAP_12, "<h:" + endpoint.name() + " xmlns:h=\"urn:heyi:branch:1\"/>");
    }
    for (String version : List.of(SOAP_11, SOAP_12)) {
      for (String body :
          List.of(
              "",
              "text",
              "<whoAmI/>",
              "<h:noSuchThing xmlns:h=\"urn:heyi:branch:1\"/>",
              "<h:whoAmI xmlns:h=\"urn:other\"/>",
              "<h:whoAmI xmlns:h=\"urn:heyi:branch:1\"/><h:whoAmI xmlns:h=\"urn:heyi:branch:1\"/>",
              "<h:whoAmI xmlns:h=\"urn:heyi:branch:1\">",
              "<a>".repeat(100_000),
              "<h:getCustomer xmlns:h=\"urn:heyi:branch:1\">"
                  + "<a>".repeat(50_000)
                  + "</a>".repeat(50_000)
                  + "</h:getCustomer>",
              "<h:getCustomer xmlns:h=\"urn:heyi:branch:1\" " + attributes() + "/>",
              "<h:getCustomer xmlns:h=\"urn:heyi:branch:1\"><customerId>\u0000</customerId>"
                  + "</h:getCustomer>")) {
        soap(client, version, body);
      }
    }
    for (String whole :
        List.of(
            "",
            "nonsense",
            "<nonsense/>",
            "{}",
            "<?xml version=\"1.0\" encoding=\"utf-99\"?><a/>",
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><x>&c;</x>",
            "<s:Envelope xmlns:s=\"urn:wrong\"><s:Body/></s:Envelope>")) {
      for (String type : List.of("text/xml", "application/soap+xml", "text/plain", "nonsense")) {
        look(
            "SOAP " + type,
            client.post("/soap/branch", whole.getBytes(StandardCharsets.UTF_8), type));
      }
    }
    String who = envelope(SOAP_11, "<h:whoAmI xmlns:h=\"urn:heyi:branch:1\"/>");
    look(
        "SOAPAction",
        client
            .with("SOAPAction", "\"urn:nobody:knows\"")
            .post("/soap/branch", who.getBytes(StandardCharsets.UTF_8), "text/xml"));
    for (String path :
        List.of("/soap/branch", "/soap/branch12", "/soap/", "/soap/none", "/soap/branch?wsdl=x")) {
      for (String verb : List.of("GET", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH")) {
        send(client, verb, path, null, null);
      }
    }
  }

  @Test
  void anOperationThatIsNotThereIsAFaultWithACode() {
    Client client = Callers.branch("B0101").speaking("en");
    for (String version : List.of(SOAP_11, SOAP_12)) {
      for (String body :
          List.of(
              "<h:noSuchThing xmlns:h=\"urn:heyi:branch:1\"/>",
              "<h:whoAmI xmlns:h=\"urn:other\"/>",
              "")) {
        Answer answer = soap(client, version, body);
        assertThat(answer.body())
            .as(body)
            .contains("<code>soap.operation-unknown</code>")
            .contains("requestId");
      }
    }
    Answer broken =
        client.post("/soap/branch", "nonsense".getBytes(StandardCharsets.UTF_8), "text/xml");
    assertThat(broken.body()).contains("<code>request.not-xml</code>");
  }

  @Test
  void pagesKeepTheirInsideToThemselves() {
    Map<Role, Session> sessions = new LinkedHashMap<>();
    sessions.put(Role.HEAD_OFFICE_ADMIN, Session.of("admin.li"));
    sessions.put(Role.COMPLAINT_HANDLER, Session.of("handler.zhao"));
    sessions.put(Role.AUDITOR, Session.of("auditor.chen"));
    sessions.put(Role.OPERATOR, Session.of("operator.wang"));
    String form = "application/x-www-form-urlencoded";
    for (Endpoint endpoint : endpoints(Endpoint.Kind.PAGE)) {
      Session session =
          sessions.entrySet().stream()
              .filter(entry -> endpoint.lets(entry.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElseThrow();
      String view = endpoint.name();
      for (String odd : some(4, ODD)) {
        look(view, session.get(view + "?id=" + code(odd)));
      }
      for (String name : some(8, QUERY_NAMES)) {
        for (String value : List.of("a\u0000", "99999999999999999999")) {
          look(view + " " + name, session.get(view + "?" + name + "=" + code(value)));
        }
      }
      for (String sort : some(7, SORTS)) {
        look(view + " sort", session.get(view + "?sort=" + sort));
      }
      for (String state :
          some(3, List.of("", "x", "-1:-1", "1:1", "\u0000", "stateless", "x".repeat(3000)))) {
        look(
            view + " view state",
            session.post(view, Map.of("jakarta.faces.ViewState", state, "form", "form")));
        look(
            view + " partial",
            session.send(
                "POST",
                view,
                "jakarta.faces.ViewState="
                    + code(state)
                    + "&jakarta.faces.partial.ajax=true"
                    + "&jakarta.faces.source=x&jakarta.faces.partial.execute=%40all",
                form,
                Map.of("Faces-Request", "partial/ajax")));
      }
      for (String verb : some(2, List.of("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"))) {
        look(verb + " " + view, session.send(verb, view, null, null, Map.of()));
      }
      look(view, session.send("POST", view, "a=%", form, Map.of()));
      look(view, session.send("POST", view, "%zz", "nonsense", Map.of()));
      look(view, session.send("POST", view, "--b", "multipart/form-data; boundary=b", Map.of()));
      look(view, session.send("POST", view, "x", "multipart/form-data", Map.of()));
    }
    Session session = sessions.get(Role.HEAD_OFFICE_ADMIN);
    for (String path :
        List.of(
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/index.xhtml/",
            "/index.xhtml;a=b",
            "/no.xhtml",
            "/accounts/",
            "/accounts/%00.xhtml",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/WEB-INF/templates/main.xhtml",
            "/jakarta.faces.resource/x",
            "/signed-out/x",
            "/jakarta.faces.resource/..%2fWEB-INF%2fweb.xml",
            "/callback?state=x&code=y",
            "/callback?error=x",
            "/error",
            "/language",
            "/sign-out",
            "/index.xhtml?%zz=%",
            "/api/",
            "/api/v1/",
            "/api/v1/../../x",
            "/health/x",
            "/openapi/x",
            "/metrics/x",
            "/x".repeat(3000))) {
      look(path, session.get(path.replace("%zz=%", "%25zz=%25")));
    }
    look("language", session.post("/language", Map.of("to", "\u0000")));
    look(
        "language",
        session.send("POST", "/language", "to=en", form, Map.of("Referer", "http://[bad")));
  }

  private Answer soap(Client client, String version, String body) {
    String type = version.equals(SOAP_11) ? "text/xml;charset=UTF-8" : "application/soap+xml";
    Answer answer =
        client.post("/soap/branch", envelope(version, body).getBytes(StandardCharsets.UTF_8), type);
    look("SOAP " + shortened(body), answer);
    return answer;
  }

  private static String envelope(String version, String body) {
    return "<s:Envelope xmlns:s=\"" + version + "\"><s:Body>" + body + "</s:Body></s:Envelope>";
  }

  private void send(Client client, String verb, String path, String body, String type) {
    Answer answer = sendOnce(client, verb, path, body, type);
    look(verb + " " + shortened(path) + " " + type + " " + shortened(body), answer);
  }

  /** Once more when the server has just closed the kept connection, as it may after a refusal. */
  private static Answer sendOnce(
      Client client, String verb, String path, String body, String type) {
    var sent = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    String media = body == null ? null : type;
    try {
      return client.send(verb, path, sent, media);
    } catch (AssertionError e) {
      if (!(e.getCause() instanceof java.io.IOException)) {
        throw e;
      }
      return client.send(verb, path, sent, media);
    }
  }

  private void look(String what, Answer answer) {
    tried++;
    boolean fault = answer.status() == 500 && answer.body().contains("Fault>");
    String shown =
        answer
            .body()
            .replaceAll("jakarta\\.faces\\.[A-Za-z]+", "")
            .replaceAll("(?s)<script.*?</script>", "");
    Matcher inside = INSIDE.matcher(shown);
    if (answer.status() >= 500 && !fault && answer.status() != 501
        || shown.contains("<code>internal</code>")
        || fault && !shown.contains("<code>")) {
      found.add(what + " was answered " + answer.status() + " " + shortened(answer.body()));
    } else if (inside.find()) {
      int at = Math.max(0, inside.start() - 80);
      found.add(
          what + " showed " + shown.substring(at, Math.min(shown.length(), inside.end() + 80)));
    }
  }

  private static List<Endpoint> endpoints(Endpoint.Kind kind) {
    return MATRIX.endpoints().stream().filter(each -> each.kind() == kind).toList();
  }

  private static Client callerFor(Endpoint endpoint) {
    Map<Role, Client> callers = new LinkedHashMap<>();
    callers.put(Role.HEAD_OFFICE_ADMIN, Callers.admin());
    callers.put(Role.COMPLAINT_HANDLER, Callers.handler());
    callers.put(Role.AUDITOR, Callers.auditor());
    callers.put(Role.OPERATOR, Callers.operator());
    callers.put(Role.BRANCH, Callers.branch("B0101"));
    return callers.entrySet().stream()
        .filter(entry -> endpoint.lets(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static String attributes() {
    return String.join(
        " ", Stream.iterate(0, n -> n < 20_000, n -> n + 1).map(n -> "a" + n + "=\"\"").toList());
  }

  private static String code(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String shortened(String text) {
    return text == null ? "" : text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
