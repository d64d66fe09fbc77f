package com.heyi.web.security;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The parts of the application by path, and how one gets in. This is the only place that says so.
 */
public enum Area {
  /**
   * Nobody needs to sign in: health, metrics, API description, WSDL, static resources, pictures of
   * goods, the survey.
   */
  OPEN,
  /** REST, by bearer token. */
  REST,
  /** SOAP, by bearer token. */
  SOAP,
  /** Everything else: pages, by signing in with the identity provider. */
  PAGES;

  /** Where the identity provider sends the browser back to. */
  public static final String CALLBACK = "/callback";

  /** Where the browser lands when the session has been ended. */
  public static final String SIGNED_OUT = "/signed-out";

  /** The page that takes whole files. */
  public static final String IMPORT_PAGE = "/imports/list.xhtml";

  /** Where whoever holds the link says how it was; the token follows the sharp sign. */
  public static final String SURVEY_PAGE = "/survey";

  private static final String HEALTH = "/health";

  /** Where pictures of goods are, for everybody who looks at the shop. */
  public static final String PICTURES = "/pictures";

  /** The page that takes the files of a complaint. */
  public static final String INTAKE_PAGE = "/complaints/intake.xhtml";

  /** The page that takes pictures of goods. */
  public static final String ITEM_PAGE = "/mall/item.xhtml";

  private static final Pattern ATTACHMENTS =
      Pattern.compile("/api/v1/complaints/[^/]+/intake/files");

  private static final Pattern FILES =
      Pattern.compile("/api/v1/imports|/api/v1/mall/items/[^/]+/pictures");

  /** Where whoever holds a one-time token answers how it was. */
  private static final String SURVEY = "/api/v1/survey-answers";

  private static final List<String> OPEN_TREES =
      List.of(
          HEALTH,
          "/metrics",
          "/openapi",
          "/jakarta.faces.resource",
          SIGNED_OUT,
          SURVEY,
          SURVEY_PAGE,
          PICTURES);

  /**
   * The area that a request falls into.
   *
   * @param path path within the application, decoded by the container, without query
   * @param method HTTP method
   * @param query query string or null
   */
  public static Area of(String path, String method, String query) {
    if (isByToken(path)) {
      return OPEN;
    }
    if (within(path, "/api")) {
      return REST;
    }
    if (within(path, "/soap")) {
      return wsdl(method, query) ? OPEN : SOAP;
    }
    if (OPEN_TREES.stream().anyMatch(tree -> within(path, tree)) || path.equals("/favicon.ico")) {
      return OPEN;
    }
    return PAGES;
  }

  /**
   * Whether the request brings a whole file, whose size is limited where the file is stored and not
   * by the limit for ordinary requests.
   */
  public static boolean takesFile(String path, String method) {
    return "POST".equals(method) && FILES.matcher(path).matches();
  }

  /** Whether the request brings a file of a record, which is longer than an ordinary request. */
  public static boolean takesAttachment(String path, String method) {
    return "POST".equals(method) && ATTACHMENTS.matcher(path).matches();
  }

  /** Whether the page at this path takes whole files. */
  public static boolean isFilePage(String path) {
    return path.equals(IMPORT_PAGE) || path.equals(INTAKE_PAGE) || path.equals(ITEM_PAGE);
  }

  /** Whether the body's one-time token is all that is needed; counted like what is signed out. */
  public static boolean isByToken(String path) {
    return within(path, SURVEY);
  }

  /** Whether it is asked how the server is. */
  public static boolean isHealth(String path) {
    return within(path, HEALTH);
  }

  /** The paths that are open to everybody, each with all that lies below it. */
  public static List<String> openTrees() {
    return OPEN_TREES;
  }

  private static boolean within(String path, String tree) {
    return path.equals(tree) || path.startsWith(tree + "/");
  }

  private static boolean wsdl(String method, String query) {
    boolean reads = "GET".equals(method);
    return reads && query != null && (query.equals("wsdl") || query.startsWith("xsd="));
  }
}
