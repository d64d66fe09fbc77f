package com.heyi.web.errors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.json.Json;
import com.heyi.shared.text.Texts;
import com.heyi.web.security.AuthError;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.faces.FacesException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private static final String ID = "r-1";

  @Test
  void aBusinessErrorKeepsItsCodeStatusAndLanguage() {
    Problem problem =
        Problems.of(new HeyiException(CommonError.NOT_FOUND, "C-1"), Locale.ENGLISH, ID);

    assertThat(problem.code()).isEqualTo("record.not-found");
    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.detail()).contains("C-1");
    assertThat(problem.instance()).isEqualTo("urn:heyi:request:r-1");
    assertThat(problem.requestId()).isEqualTo(ID);
  }

  @Test
  void aBusinessErrorIsFoundUnderWhatContainersWrapAroundIt() {
    HeyiException inner = new HeyiException(CommonError.VERSION_MOVED, 1, 2);
    Exception wrapped =
        new FacesException(
            new EJBException(new EJBTransactionRolledbackException("rolled back", inner)));

    assertThat(Problems.of(wrapped, Locale.ENGLISH, ID).code()).isEqualTo("version.moved");
  }

  @Test
  void fieldErrorsAreToldOneByOne() {
    HeyiException error =
        HeyiException.ofFields(
            CommonError.INVALID,
            List.of(
                FieldError.of("name", "constraint.NotBlank"),
                FieldError.of("lines[1].quantity", "constraint.Min", 1)));

    Problem problem = Problems.of(error, Locale.ENGLISH, ID);

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.errors())
        .containsExactly(
            new Problem.Field("name", "constraint.NotBlank", "is required"),
            new Problem.Field("lines[1].quantity", "constraint.Min", "must be at least 1"));
  }

  @Test
  void whatNobodyForesawIsToldWithoutAnyOfItsInside() {
    Problem problem =
        Problems.of(
            new EJBException(new IllegalStateException("SELECT secret FROM vault")),
            Locale.ENGLISH,
            ID);

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.code()).isEqualTo("internal");
    assertThat(problem.detail()).contains(ID).doesNotContain("secret");
    assertThat(Json.write(problem)).doesNotContain("vault");
  }

  @Test
  void aProblemIsWrittenAsRfc9457Says() {
    String json =
        Json.write(Problems.of(new HeyiException(CommonError.FORBIDDEN, "x"), Locale.ENGLISH, ID));

    assertThat(json)
        .startsWith("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"detail\":")
        .contains("\"code\":\"auth.forbidden\"")
        .doesNotContain("errors")
        .doesNotContain("requestId");
  }

  @Test
  void jsonThatIsNoneIsToldWithItsPlace() {
    assertThat(mistake("{\"name\": }").code()).isEqualTo("request.not-json");
    assertThat(mistake("{\"name\": }").detail()).contains("line 1");
  }

  @Test
  void anUnknownFieldIsToldWithTheKnownOnes() {
    Problem problem = mistake("{\"nome\":\"x\",\"times\":1}");

    assertThat(problem.errors())
        .containsExactly(
            new Problem.Field(
                "nome",
                "json.unknown",
                "is not a field of this request; allowed: amount, birthday, id, kind, lines, name,"
                    + " times"));
  }

  @Test
  void aWrongTypeIsToldWithItsPathAndWhatIsAllowed() {
    assertField("{\"birthday\":\"31.1.2020\"}", "birthday", "json.type.date");
    assertField("{\"kind\":\"C\"}", "kind", "json.choice");
    assertField("{\"times\":\"x\"}", "times", "json.type.integer");
    assertField("{\"times\":null}", "times", "json.type.integer");
    assertField("{\"times\":1.5}", "times", "json.type.integer");
    assertField("{\"amount\":\"many\"}", "amount", "json.type.number");
    assertField("{\"id\":\"7\"}", "id", "json.type.uuid");
    assertField("{\"lines\":5}", "lines", "json.type.list");
    assertField(
        "{\"lines\":[{\"quantity\":1},{\"quantity\":{}}]}",
        "lines[1].quantity",
        "json.type.integer");
    assertThat(mistake("{\"kind\":\"C\"}").errors().get(0).message()).endsWith("A, B");
  }

  @Test
  void everyCodeOfTheEdgesHasATextInEveryLanguage() {
    for (Locale locale : Texts.SPOKEN) {
      for (WebError error : WebError.values()) {
        assertThat(Texts.find(locale, error.code())).as(error + " " + locale).isPresent();
        assertThat(Texts.find(locale, "http.title." + error.kind().status())).isPresent();
      }
      for (AuthError error : AuthError.values()) {
        assertThat(Texts.find(locale, error.code())).as(error + " " + locale).isPresent();
      }
    }
  }

  private static void assertField(String json, String field, String code) {
    Problem problem = mistake(json);
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.errors()).as(json).hasSize(1);
    assertThat(problem.errors().get(0).field()).as(json).isEqualTo(field);
    assertThat(problem.errors().get(0).code()).as(json).isEqualTo(code);
    assertThat(problem.errors().get(0).message()).as(json).isNotEqualTo(code);
  }

  private static Problem mistake(String json) {
    try {
      Json.mapper().readValue(json, Body.class);
      throw new AssertionError("was read: " + json);
    } catch (JsonProcessingException e) {
      return Problems.of(e, Locale.ENGLISH, ID);
    }
  }

  enum Kind {
    A,
    B
  }

  record Line(int quantity) {}

  record Body(
      String name,
      LocalDate birthday,
      Kind kind,
      int times,
      BigDecimal amount,
      UUID id,
      List<Line> lines) {}
}
