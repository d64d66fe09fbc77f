package com.heyi.web.common;

import com.heyi.shared.facade.CallContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Every POST carries an {@code Idempotency-Key}, so that a client whose line broke may simply send
 * it again; the answer says when it is the earlier one.
 */
@Provider
public class IdempotencyKeyFilter implements ContainerRequestFilter, ContainerResponseFilter {
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    boolean reads =
        resource.getResourceMethod() != null
            && resource.getResourceMethod().isAnnotationPresent(ReadsByPost.class);
    if ("POST".equals(request.getMethod()) && !reads) {
      IdempotencyKeys.checked(request.getHeaderString("Idempotency-Key"));
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (CallContext.replayed()) {
      response.getHeaders().putSingle("Idempotency-Replayed", "true");
    }
  }
}
