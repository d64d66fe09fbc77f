package com.heyi.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.web.errors.EdgeHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrossSiteFilterTest {
  private static final String OURS = "https://heyi.example";

  @Test
  void aFormOfOursIsTaken() {
    assertThat(CrossSiteFilter.isElsewhere(OURS, "same-origin", OURS)).isFalse();
    assertThat(CrossSiteFilter.isElsewhere(null, "none", OURS)).isFalse();
    assertThat(CrossSiteFilter.isElsewhere(null, null, OURS)).isFalse();
  }

  @Test
  void aFormOfAnotherSiteIsNot() {
    assertThat(CrossSiteFilter.isElsewhere("https://evil.example", null, OURS)).isTrue();
    assertThat(CrossSiteFilter.isElsewhere("http://heyi.example", null, OURS)).isTrue();
    assertThat(CrossSiteFilter.isElsewhere("https://heyi.example.evil", null, OURS)).isTrue();
    assertThat(CrossSiteFilter.isElsewhere("null", null, OURS)).isTrue();
    assertThat(CrossSiteFilter.isElsewhere(null, "cross-site", OURS)).isTrue();
    assertThat(CrossSiteFilter.isElsewhere(null, "same-site", OURS)).isTrue();
  }

  @Test
  void onlyWhereThereIsTlsIsItDemandedForAYear() {
    assertThat(headers(true)).containsKey("Strict-Transport-Security");
    assertThat(headers(false)).doesNotContainKey("Strict-Transport-Security");
  }

  private static Map<String, String> headers(boolean tls) {
    Map<String, String> set = new TreeMap<>();
    HttpServletResponse response =
        (HttpServletResponse)
            Proxy.newProxyInstance(
                HttpServletResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) ->
                    set.put((String) arguments[0], (String) arguments[1]));
    EdgeHeaders.set(response, tls);
    return set;
  }
}
