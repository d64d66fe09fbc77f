package com.heyi.web.security;

import com.heyi.shared.facade.Channel;
import com.heyi.shared.text.Texts;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the edges read out of a request, each thing in one way. */
public final class Requests {
  private static final String IDENTITY = Requests.class.getName() + ".identity";
  private static final String REQUEST_ID = Requests.class.getName() + ".id";
  private static final String TOO_LONG = Requests.class.getName() + ".tooLong";
  private static final String LANGUAGE_COOKIE = "heyi_language";
  private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private Requests() {}

  /** Path within the application, decoded and normalised by the container. */
  public static String path(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return request.getServletPath() + (rest == null ? "" : rest);
  }

  public static Area area(HttpServletRequest request) {
    return Area.of(path(request), request.getMethod(), request.getQueryString());
  }

  public static Channel channel(Area area) {
    return switch (area) {
      case REST -> Channel.REST;
      case SOAP -> Channel.SOAP;
      case OPEN, PAGES -> Channel.PAGE;
    };
  }

  static void setIdentity(HttpServletRequest request, Identity identity) {
    request.setAttribute(IDENTITY, identity);
  }

  public static Optional<Identity> identity(HttpServletRequest request) {
    return Optional.ofNullable((Identity) request.getAttribute(IDENTITY));
  }

  /** The caller's own request id when it is a sane one, else a new one; the same all along. */
  public static String id(HttpServletRequest request) {
    String id = (String) request.getAttribute(REQUEST_ID);
    if (id == null) {
      String sent = request.getHeader("X-Request-Id");
      boolean sane = sent != null && SANE_ID.matcher(sent).matches();
      id = sane ? sent : UUID.randomUUID().toString();
      request.setAttribute(REQUEST_ID, id);
    }
    return id;
  }

  /** The language of the answer: what the person chose, else what his browser or system asks. */
  public static Locale language(HttpServletRequest request) {
    Optional<Locale> chosen =
        area(request) == Area.PAGES ? chosenLanguage(request) : Optional.empty();
    // Without the header the container would give the machine's own language.
    return chosen.orElseGet(
        () ->
            request.getHeader("Accept-Language") == null
                ? Texts.DEFAULT
                : firstSpoken(Collections.list(request.getLocales())));
  }

  private static Optional<Locale> chosenLanguage(HttpServletRequest request) {
    if (request.getAttribute(LANGUAGE_COOKIE) instanceof Locale justChosen) {
      return Optional.of(justChosen);
    }
    Cookie[] cookies = request.getCookies();
    return Stream.of(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> LANGUAGE_COOKIE.equals(cookie.getName()))
        .map(cookie -> Locale.forLanguageTag(cookie.getValue()))
        .filter(Texts.SPOKEN::contains)
        .findFirst();
  }

  /** Keeps a person's choice of language for a year. */
  public static void chooseLanguage(
      HttpServletRequest request, HttpServletResponse response, Locale language) {
    Locale spoken = Texts.spoken(language);
    Cookie cookie = new Cookie(LANGUAGE_COOKIE, spoken.toLanguageTag());
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
    request.setAttribute(LANGUAGE_COOKIE, spoken);
  }

  /** The first of these that Heyi speaks, else the default. */
  static Locale firstSpoken(List<Locale> wanted) {
    return wanted.stream()
        .filter(locale -> List.of("zh", "en").contains(locale.getLanguage()))
        .findFirst()
        .map(Texts::spoken)
        .orElse(Texts.DEFAULT);
  }

  /** Whether it brings a file of a record: as its body, or beside a SOAP message (MTOM). */
  public static boolean bringsAttachment(HttpServletRequest request) {
    String type = request.getContentType();
    boolean parts = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/related");
    return Area.takesAttachment(path(request), request.getMethod())
        || parts && area(request) == Area.SOAP;
  }

  /** Notes that its body was longer than allowed, which shows only while it is read. */
  public static void noteTooLong(HttpServletRequest request, long limit) {
    request.setAttribute(TOO_LONG, limit);
  }

  /** The limit that its body was found to be longer than. */
  public static Optional<Long> tooLong(HttpServletRequest request) {
    return Optional.ofNullable((Long) request.getAttribute(TOO_LONG));
  }

  /** The address the call came from, as far as it can be believed. */
  public static String address(HttpServletRequest request, WebSettings settings) {
    return address(
        request.getRemoteAddr(),
        request.getHeader("X-Forwarded-For"),
        settings.getTrustedProxies());
  }

  /**
   * The address the call came from. {@code X-Forwarded-For} is believed only as far as it was
   * written by proxies of ours: the rightmost address that is not one of them.
   */
  static String address(String peer, String forwardedFor, List<String> trustedProxies) {
    if (forwardedFor == null || !trustedProxies.contains(peer)) {
      return peer;
    }
    String[] hops = forwardedFor.split(",");
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (!trustedProxies.contains(hop)) {
        return hop.matches("[0-9A-Fa-f.:]{2,45}") ? hop : peer;
      }
    }
    return peer;
  }
}
