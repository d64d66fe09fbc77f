package com.heyi.web.common;

import com.heyi.web.errors.ProblemMapper;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * REST. Every CDI bean of ours with {@code @Path} is a resource. Classes are not looked for by
 * scanning the archive: that would serve the interfaces of Keycloak's admin client too, which carry
 * the same annotation.
 */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {
  private static final String OURS = "com.heyi.web.";

  @Override
  public Set<Class<?>> getClasses() {
    Stream<Class<?>> providers =
        Stream.of(
            JsonProvider.class,
            IdempotencyKeyFilter.class,
            ChangeFilter.class,
            BodyFilter.class,
            ProblemMapper.class);
    return Stream.concat(providers, resources()).collect(Collectors.toUnmodifiableSet());
  }

  /** The resources. */
  static Stream<Class<?>> resources() {
    return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .<Class<?>>map(Bean::getBeanClass)
        .filter(type -> type.getName().startsWith(OURS))
        .filter(type -> type.isAnnotationPresent(Path.class));
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        // Names no feature of Jersey's, so that only JsonProvider reads and writes JSON.
        "jersey.config.jsonFeature", "HeyiJson",
        "jersey.config.server.response.setStatusOverSendError", true,
        "jersey.config.server.wadl.disableWadl", true);
  }
}
