package com.heyi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conversation of ./heyi import, with a stand-in for the application and for Keycloak. */
class ImportCommandTest {

  @TempDir private Path folder;
  private HttpServer server;
  private final List<String> asked = new ArrayList<>();
  private final List<String> progress = new ArrayList<>();
  private final List<String> approval = new ArrayList<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
  private Path file;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    String address = "http://localhost:" + server.getAddress().getPort();
    Files.createDirectories(folder.resolve("run"));
    Files.writeString(
        folder.resolve("run/platform.properties"),
        "url=" + address + "\nissuer=" + address + "/realms/heyi\n");
    file = Files.writeString(folder.resolve("客户 1.csv"), "a,b\n1,2\n");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String body;
    int status = 200;
    if (path.endsWith("/token")) {
      body = "{\"access_token\":\"t\"}";
    } else if (path.contains("/approvals/")) {
      body = approval.size() > 1 ? approval.remove(0) : approval.get(0);
    } else if (exchange.getRequestMethod().equals("POST") && !approval.isEmpty()) {
      status = 202;
      body = "{\"approval\":\"5\",\"code\":\"approval.pending\"}";
    } else if (exchange.getRequestMethod().equals("POST")) {
      status = progress.isEmpty() ? 422 : 201;
      body =
          progress.isEmpty()
              ? "{\"detail\":\"no such kind\",\"code\":\"import.kind-unknown\"}"
              : "{\"id\":\"7\"}";
    } else {
      body = progress.size() > 1 ? progress.remove(0) : progress.get(0);
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private int run(String kind) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(complained, true, StandardCharsets.UTF_8);
    return Main.commands(Map.of("HEYI_DATA_DIR", folder.toString()), new Console(out, false), err)
        .execute("import", kind, file.toString());
  }

  @Test
  void anImportWithRejectsSucceedsAndTellsWhereTheyAre() {
    progress.add("{\"status\":\"RUNNING\",\"rowsRead\":1}");
    progress.add(
        "{\"status\":\"FINISHED\",\"rowsRead\":5,\"loaded\":3,\"unchanged\":1,\"rejected\":1,"
            + "\"totalBytes\":8,\"readBytes\":8,\"startedAt\":\"2026-01-01T00:00:00Z\","
            + "\"finishedAt\":\"2026-01-01T00:00:02.5Z\"}");
    assertThat(run("customers")).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("100%  5 rows read: 3 loaded, 1 loaded before, 1 rejected; 2 rows/s")
        .contains("/api/v1/imports/7/rejects")
        .contains("Finished.");
    assertThat(asked)
        .contains("POST /api/v1/imports?kind=customers&filename=%E5%AE%A2%E6%88%B7+1.csv");
  }

  @Test
  void anImportThatWaitsForASecondPersonSaysWhereAndGoesOnWhenApproved() {
    approval.add("{\"status\":\"PENDING\"}");
    approval.add("{\"status\":\"APPROVED\",\"decidedByName\":\"Wu\",\"result\":\"import:7\"}");
    progress.add("{\"status\":\"FINISHED\",\"rowsRead\":1,\"loaded\":1}");
    assertThat(run("customers")).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("/approvals/approval.xhtml?id=5")
        .contains("Approved by Wu.")
        .contains("Finished.");
    assertThat(asked).contains("GET /api/v1/approvals/5", "GET /api/v1/imports/7");
  }

  @Test
  void anImportThatIsRejectedSaysWhyAndFails() {
    approval.add("{\"status\":\"REJECTED\",\"decisionReason\":\"the wrong file\"}");
    assertThat(run("customers")).isEqualTo(1);
    assertThat(complained.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("heyi: the import was not approved: rejected: the wrong file");
  }

  @Test
  void anImportThatFailedSaysWhyAndFails() {
    progress.add("{\"status\":\"FAILED\",\"message\":\"the header lacks phone\"}");
    assertThat(run("customers")).isEqualTo(1);
    assertThat(complained.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines("heyi: the import failed: the header lacks phone");
  }

  @Test
  void aRefusalIsToldInTheWordsOfTheApplication() {
    assertThat(run("nonsense")).isEqualTo(1);
    assertThat(complained.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "heyi: the application refused: 422 no such kind (import.kind-unknown)");
  }

  @Test
  void theLineOfAnImportWhoseSizeIsUnknownHasNoPercentage() throws IOException {
    assertThat(ImportCommand.line(new ObjectMapper().readTree("{\"rowsRead\":12345}"), 678))
        .isEqualTo("        12,345 rows read: 0 loaded, 0 loaded before, 0 rejected; 678 rows/s");
  }
}
