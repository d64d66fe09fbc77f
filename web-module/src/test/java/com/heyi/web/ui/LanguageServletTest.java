package com.heyi.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageServletTest {

  @Test
  void thePersonComesBackToTheSamePageWithItsFilters() {
    assertThat(LanguageServlet.back("http://heyi.bank/audit/list.xhtml?who=chen&page=2", ""))
        .isEqualTo("/audit/list.xhtml?who=chen&page=2");
  }

  @Test
  void whoeverComesFromNowhereComesToTheFirstPage() {
    assertThat(LanguageServlet.back(null, "/heyi")).isEqualTo("/heyi/");
    assertThat(LanguageServlet.back("not an address at all", "/heyi")).isEqualTo("/heyi/");
  }

  @Test
  void noAddressLeadsToAnotherSite() {
    assertThat(LanguageServlet.back("https://evil.example//evil.example/x", "")).isEqualTo("/");
    assertThat(LanguageServlet.back("https://evil.example/x", "")).isEqualTo("/x");
  }
}
