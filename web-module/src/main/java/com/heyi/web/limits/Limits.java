package com.heyi.web.limits;

import com.heyi.complaints.IntakeFacade;
import com.heyi.imports.ImportsFacade;
import com.heyi.shared.facade.FacadeAction;
import com.heyi.shared.facade.Role;
import com.heyi.web.errors.EdgeAnswers;
import com.heyi.web.errors.WebError;
import com.heyi.web.security.Area;
import com.heyi.web.security.Identity;
import com.heyi.web.security.Requests;
import com.heyi.web.security.WebSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limits of calls and bytes, asked at the edges: by the way in for those whom nobody vouches
 * for, by {@link RateLimitFilter} for everybody else.
 *
 * <p>A client is the account or client id of the token or session, else the address. Settings:
 * {@code heyi.limit.<budget>} calls per minute, and {@code heyi.limit.<budget>.<client>} for one
 * client; 0 means no limit.
 */
@ApplicationScoped
public class Limits {
  private static final Logger LOG = LoggerFactory.getLogger(Limits.class);
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String SETTING = "heyi.limit.";
  private static final Set<Role> IMPORTING = rolesOf(ImportsFacade.class, "accept", String.class);
  private static final Set<Role> ATTACHING = rolesOf(IntakeFacade.class, "mayAttach", UUID.class);

  @Inject private Config config;
  @Inject private WebSettings settings;
  private RateLimits rates;

  @PostConstruct
  void begin() {
    rates = new RateLimits(this::perMinute);
  }

  private long perMinute(String client, Budget budget) {
    String name = SETTING + budget.key();
    return config
        .getOptionalValue(name + "." + client, Long.class)
        .or(() -> config.getOptionalValue(name, Long.class))
        .orElse(budget.perMinute());
  }

  /**
   * Counts a call that nobody vouches for.
   *
   * @return whether it may go on; if not, it has been answered
   */
  public boolean admitsSignedOut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return admits(Clients.ofAddress(address(request)), Budget.SIGNED_OUT, request, response);
  }

  /** Counts a call to what is open to everybody; see {@link #admitsSignedOut}. */
  boolean admitsOpen(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (Area.isByToken(Requests.path(request))) {
      // Tokens are not to be guessed at the pace of static files.
      return admitsSignedOut(request, response);
    }
    Budget budget = Area.isHealth(Requests.path(request)) ? Budget.HEALTH : Budget.OPEN;
    return admits(Clients.ofAddress(address(request)), budget, request, response);
  }

  /** Counts a call of somebody whom the way in vouched for; see {@link #admitsSignedOut}. */
  boolean admits(Identity identity, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return admits(identity.user(), budgetOf(request), request, response);
  }

  private static Budget budgetOf(HttpServletRequest request) {
    if (sendsFile(request)) {
      return Budget.UPLOADS;
    }
    return READING.contains(request.getMethod()) ? Budget.READS : Budget.CHANGES;
  }

  /**
   * Refuses a body that is too long by what its head says, before anything reads it: a page's form
   * is read as soon as anybody asks for a parameter.
   *
   * @param identity who sends it, as far as known
   * @return whether it may go on; if not, it has been answered
   */
  public boolean admitsBody(
      HttpServletRequest request, HttpServletResponse response, Optional<Identity> identity)
      throws IOException {
    long limit = longestBody(request, identity);
    if (request.getContentLengthLong() > limit) {
      EdgeAnswers.refuse(request, response, 413, WebError.TOO_LARGE.code(), limit);
      return false;
    }
    boolean lengthHidden =
        request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
    if (isMultipart(request) && !request.getContentType().contains("boundary=")) {
      EdgeAnswers.refuse(request, response, 400, "http.400");
      return false;
    }
    Area area = Requests.area(request);
    if (lengthHidden && area != Area.REST && area != Area.SOAP) {
      EdgeAnswers.refuse(request, response, 411, "http.411");
      return false;
    }
    return true;
  }

  /** REST judges the token before it reads; a page's form is read with the first parameter. */
  private long longestBody(HttpServletRequest request, Optional<Identity> identity) {
    String path = Requests.path(request);
    if (Requests.bringsAttachment(request)) {
      return settings.getAttachmentLimit();
    } else if (Area.takesFile(path, request.getMethod())) {
      return settings.getUploadLimit();
    } else if (!isFileForm(request)) {
      return settings.getRequestLimit();
    }
    boolean intake = path.equals(Area.INTAKE_PAGE);
    Set<Role> senders = intake ? ATTACHING : IMPORTING;
    if (identity.stream().flatMap(one -> one.roles().stream()).noneMatch(senders::contains)) {
      return settings.getRequestLimit();
    }
    return intake ? settings.getAttachmentLimit() : settings.getUploadLimit();
  }

  private static boolean sendsFile(HttpServletRequest request) {
    return Area.takesFile(Requests.path(request), request.getMethod())
        || isFileForm(request)
        || Requests.bringsAttachment(request);
  }

  private static boolean isFileForm(HttpServletRequest request) {
    return Area.isFilePage(Requests.path(request)) && isMultipart(request);
  }

  private static boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return "POST".equals(request.getMethod())
        && type != null
        && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static Set<Role> rolesOf(Class<?> facade, String method, Class<?> argument) {
    try {
      return FacadeAction.of(facade.getMethod(method, argument)).orElseThrow().allowed();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean admits(
      String client, Budget budget, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Allowance allowance = rates.take(client, budget);
    if (!allowance.isLimited()) {
      return true;
    }
    // draft-ietf-httpapi-ratelimit-headers-10
    response.setHeader(
        "RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(budget.key(), allowance.perMinute()));
    response.setHeader(
        "RateLimit",
        "\"%s\";r=%d;t=%d".formatted(budget.key(), allowance.left(), allowance.seconds()));
    if (allowance.granted()) {
      return true;
    }
    LOG.warn("{} has used up the budget of {}", client, budget.key());
    response.setHeader("Retry-After", String.valueOf(allowance.seconds()));
    EdgeAnswers.refuse(request, response, 429, WebError.TOO_MANY.code(), allowance.seconds());
    return false;
  }

  private String address(HttpServletRequest request) {
    return Requests.address(request, settings);
  }
}
