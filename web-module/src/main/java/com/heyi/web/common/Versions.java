package com.heyi.web.common;

import com.heyi.shared.error.HeyiException;
import com.heyi.web.errors.WebError;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions of records as entity tags (RFC 9110, section 8.8.3): what a client reads comes with an
 * {@code ETag}; a change must name by {@code If-Match} the version that it was made on.
 */
public final class Versions {
  private static final Pattern STRONG_TAG = Pattern.compile("\\s*\"(\\d{1,18})\"\\s*");

  private Versions() {}

  /** The tag of a version. */
  public static EntityTag tag(long version) {
    return new EntityTag(Long.toString(version));
  }

  /**
   * The version that a change was made on.
   *
   * @throws HeyiException when {@code If-Match} is missing ({@code version.required}) or no tag of
   *     ours
   */
  public static long required(HttpHeaders headers) {
    return parse(headers.getHeaderString(HttpHeaders.IF_MATCH));
  }

  static long parse(String header) {
    if (header == null || header.isBlank()) {
      throw new HeyiException(WebError.VERSION_REQUIRED);
    }
    Matcher tag = STRONG_TAG.matcher(header);
    if (!tag.matches()) {
      throw new HeyiException(WebError.VERSION_MALFORMED);
    }
    return Long.parseLong(tag.group(1));
  }

  /**
   * A record with its tag, or 304 when the client has this version already ({@code If-None-Match}).
   */
  public static Response read(Request request, Object record, long version) {
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag(version));
    return unchanged == null
        ? Response.ok(record).tag(tag(version)).build()
        : unchanged.tag(tag(version)).build();
  }

  /** A changed record with its new tag. */
  public static Response changed(Object record, long version) {
    return Response.ok(record).tag(tag(version)).build();
  }
}
