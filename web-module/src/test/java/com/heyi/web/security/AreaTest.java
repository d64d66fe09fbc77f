package com.heyi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTest {

  @ParameterizedTest
  @CsvSource({
    "/api, GET, , REST",
    "/api/v1/me, GET, , REST",
    "/api/v2/unknown, POST, , REST",
    "/soap/branch, POST, , SOAP",
    "/soap/branch, GET, wsdl, OPEN",
    "/soap/branch, GET, xsd=1, OPEN",
    "/soap/branch, POST, wsdl, SOAP",
    "/soap/branch, GET, x&wsdl, SOAP",
    "/health/ready, GET, , OPEN",
    "/metrics, GET, , OPEN",
    "/api/v1/survey-answers, POST, , OPEN",
    "/api/v1/survey-answersx, POST, , REST",
    "/api/v1/surveys, POST, , REST",
    "/openapi, GET, , OPEN",
    "/signed-out, GET, , OPEN",
    "/survey, GET, , OPEN",
    "/surveys.xhtml, GET, , PAGES",
    "/pictures/0a, GET, , OPEN",
    "/pictures.xhtml, GET, , PAGES",
    "/jakarta.faces.resource/theme.css.xhtml, GET, ln=x, OPEN",
    "/, GET, , PAGES",
    "/index.xhtml, GET, , PAGES",
    "/callback, GET, code=x&state=y, PAGES",
    "/apis, GET, , PAGES",
    "/healthy.xhtml, GET, , PAGES",
    "/API/v1/me, GET, , PAGES",
    "/complaints/list.xhtml, GET, wsdl, PAGES"
  })
  void everyPathHasOneWayIn(String path, String method, String query, Area area) {
    assertThat(Area.of(path, method, query)).isEqualTo(area);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/imports, POST, true, false",
    "/api/v1/imports, GET, false, false",
    "/api/v1/mall/items/1/pictures, POST, true, false",
    "/api/v1/complaints/1/intake/files, POST, false, true",
    "/api/v1/complaints/1/intake/files, GET, false, false",
    "/api/v1/complaints/1/2/intake/files, POST, false, false",
    "/api/v1/complaints/1/intake/parties, POST, false, false"
  })
  void longBodiesAreTakenWhereFilesAre(
      String path, String method, boolean file, boolean attachment) {
    assertThat(Area.takesFile(path, method)).isEqualTo(file);
    assertThat(Area.takesAttachment(path, method)).isEqualTo(attachment);
  }
}
