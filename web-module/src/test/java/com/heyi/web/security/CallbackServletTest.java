package com.heyi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackServletTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080/customers/list.xhtml?q=a%20b, /customers/list.xhtml?q=a%20b",
    "http://localhost:8080/, /",
    "http://localhost:8080, /",
    "https://evil.example/x.xhtml, /x.xhtml",
    "http://localhost:8080//evil.example/x, /",
    "http://localhost:8080/callback?code=1, /"
  })
  void signingInLeadsBackToThePageAskedForAndNeverElsewhere(String asked, String where) {
    assertThat(CallbackServlet.within(asked)).isEqualTo(where);
  }
}
