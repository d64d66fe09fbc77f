package com.heyi.web.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.heyi.testing.Callers;
import com.heyi.testing.Mall;
import com.heyi.testing.People;
import com.heyi.testing.RunningHeyi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The SOAP port used by a client that is not Java, the npm package {@code soap}: what it makes of
 * our WSDL, not what our own runtime makes of it.
 */
class ForeignSoapClientIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SOURCE = Path.of("src", "test", "soap-client");

  @Test
  void aBranchsSystemWrittenInJavaScriptDoesTheWholeStory() throws Exception {
    Path folder = installed();
    String sku = Mall.itemOnSale(100, 50);
    String residentId = People.residentId();
    String person =
        """
        {"name": "%s", "residentId": "%s", "phone": "%s"}
        """
            .formatted(People.name(), residentId, People.phone());

    Output output =
        run(
            folder,
            Map.of(
                "HEYI_URL", RunningHeyi.get().url().toString(),
                "BRANCH_TOKEN", RunningHeyi.get().tokens().ofBranch("B0101"),
                "OTHER_BRANCH_TOKEN", RunningHeyi.get().tokens().ofBranch("B0102"),
                "OPERATOR_TOKEN", Callers.tokenOf("operator.wang"),
                "PERSON", person,
                "SKU", sku),
            "node",
            "branch.mjs");

    assertThat(output.code()).as(output.text()).isZero();
    JsonNode saw = JSON.readTree(output.lastLine());
    assertThat(names(saw.path("operations")))
        .contains("registerCustomer", "redeem", "cancelOrder", "recordComplaint", "whoAmI")
        .contains("addComplaintFile", "addComplaintParty", "getComplaintIntake");
    assertThat(saw.at("/caller/branch").asText()).isEqualTo("B0101");
    assertThat(saw.at("/customer/homeBranch").asText()).isEqualTo("B0101");
    assertThat(saw.path("customer").toString()).doesNotContain(residentId);
    assertThat(saw.at("/order/total").asLong()).isEqualTo(300);
    assertThat(saw.path("sameOrderAgain").asBoolean()).isTrue();
    assertThat(saw.path("pointsAfterOrder").asLong()).isEqualTo(700);
    assertThat(saw.at("/cancelled/status").asText()).isEqualTo("PARTLY_CANCELLED");
    assertThat(saw.path("pointsAfterCancellation").asLong()).isEqualTo(800);
    assertThat(Mall.stockOf(sku)).isEqualTo(48);
    assertThat(saw.at("/complaint/number").asText()).isNotBlank();
    assertThat(saw.path("files").findValuesAsText("type")).containsExactly("TEXT", "PDF");
    assertThat(saw.at("/files/1/sha256").asText()).isEqualTo(saw.path("photoHash").asText());
    assertThat(saw.at("/party/role").asText()).isEqualTo("AGENT");
    for (String fault : List.of("foreignFault", "foreignFault12")) {
      assertThat(saw.path(fault).path("code").asText()).as(fault).isEqualTo("auth.other-branch");
      assertThat(saw.path(fault).path("status").asInt()).isEqualTo(403);
      assertThat(saw.path(fault).path("text").toString()).contains("another branch");
    }
    assertThat(saw.at("/noKeyFault/code").asText()).isEqualTo("idempotency.key-missing");
  }

  /** A copy of the client with its packages, for the source folder stays as it is. */
  private static Path installed() throws IOException, InterruptedException {
    if (!isThere("node") || !isThere("npm")) {
      String message =
          "SKIPPED: the SOAP port was NOT tried by a foreign client, for node and npm are missing";
      System.out.println("*** " + message);
      abort(message);
    }
    Path folder = Files.createDirectories(Path.of("target", "soap-client"));
    for (String name : List.of("package.json", "package-lock.json", "branch.mjs")) {
      Files.write(folder.resolve(name), Files.readAllBytes(SOURCE.resolve(name)));
    }
    Output output = run(folder, Map.of(), "npm", "ci", "--no-audit", "--no-fund");
    assertThat(output.code()).as(output.text()).isZero();
    return folder;
  }

  private static boolean isThere(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return List.of(path.split(java.io.File.pathSeparator)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private record Output(int code, String text) {
    String lastLine() {
      return text.strip().substring(text.strip().lastIndexOf('\n') + 1);
    }
  }

  private static Output run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path log = folder.resolve("output.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("no end of " + String.join(" ", command));
    }
    return new Output(process.exitValue(), Files.readString(log));
  }

  private static List<String> names(JsonNode list) {
    return JSON.convertValue(
        list, JSON.getTypeFactory().constructCollectionType(List.class, String.class));
  }
}
