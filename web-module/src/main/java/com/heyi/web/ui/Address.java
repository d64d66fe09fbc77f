package com.heyi.web.ui;

import jakarta.faces.context.ExternalContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands behind the question mark of an address. */
public final class Address {
  private Address() {}

  /** What the running request of a page asks for: by its address, or by the form that was sent. */
  public static Map<String, String> asked(ExternalContext context) {
    HttpServletRequest request = (HttpServletRequest) context.getRequest();
    return "GET".equals(request.getMethod())
        ? parameters(request.getQueryString())
        : context.getRequestParameterMap();
  }

  /**
   * The parameters of a query by their names, the first of each. The server reads them as Latin-1,
   * which makes nothing of Chinese; browsers write UTF-8.
   *
   * @param query as it came, or null; what is not written as addresses are stays as it is
   */
  static Map<String, String> parameters(String query) {
    Map<String, String> all = new LinkedHashMap<>();
    if (query == null || query.isEmpty()) {
      return all;
    }
    for (String one : query.split("&")) {
      int at = one.indexOf('=');
      String name = at < 0 ? one : one.substring(0, at);
      String value = at < 0 ? "" : one.substring(at + 1);
      all.putIfAbsent(decoded(name), decoded(value));
    }
    return all;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
