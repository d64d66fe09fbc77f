package com.heyi.web.common;

import com.heyi.shared.error.HeyiException;
import com.heyi.web.errors.WebError;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.util.Arrays;

/**
 * Says that a body is missing where the resource takes one. Without it a request with neither body
 * nor content type reaches the resource with nothing in its hands.
 */
@Provider
public class BodyFilter implements ContainerRequestFilter {
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.hasEntity() && takesBody()) {
      throw new HeyiException(WebError.BODY_MISSING);
    }
  }

  /**
   * In JAX-RS the parameter without any annotation is the body. A stream is a file, and whoever
   * takes it says himself that it is empty.
   */
  private boolean takesBody() {
    return resource.getResourceMethod() != null
        && Arrays.stream(resource.getResourceMethod().getParameters())
            .filter(parameter -> parameter.getType() != InputStream.class)
            .map(Parameter::getAnnotations)
            .anyMatch(annotations -> annotations.length == 0);
  }
}
