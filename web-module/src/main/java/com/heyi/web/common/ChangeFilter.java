package com.heyi.web.common;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Every PUT, PATCH and DELETE names the version that it was made on. A POST that changes an
 * existing record asks for it with {@link Versions#required}.
 */
@Provider
public class ChangeFilter implements ContainerRequestFilter {
  private static final Set<String> CHANGES = Set.of("PUT", "PATCH", "DELETE");

  @Override
  public void filter(ContainerRequestContext request) {
    if (CHANGES.contains(request.getMethod())) {
      Versions.parse(request.getHeaderString(HttpHeaders.IF_MATCH));
    }
  }
}
