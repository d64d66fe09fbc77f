package com.heyi.web.common;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASModelReader;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/**
 * Describes the resources as they are: paths, parameters, bodies and answers, read off the classes
 * that serve them. Used in place of Payara's own scanner, which cannot read records whose
 * components carry constraints.
 */
public class ApiReader implements OASModelReader {
  private final ApiSchemas schemas = new ApiSchemas();
  private final Map<String, PathItem> paths = new TreeMap<>();

  @Override
  public OpenAPI buildModel() {
    RestApplication.resources()
        .sorted(Comparator.comparing(Class::getName))
        .forEach(this::describe);
    OpenAPI api = OASFactory.createOpenAPI().openapi("3.0.3").paths(OASFactory.createPaths());
    paths.forEach((path, item) -> api.getPaths().addPathItem(path, item));
    api.components(OASFactory.createComponents());
    schemas.named().forEach((name, schema) -> api.getComponents().addSchema(name, schema));
    return api;
  }

  private void describe(Class<?> resource) {
    String root = RestApplication.class.getAnnotation(ApplicationPath.class).value();
    for (Method method : resource.getMethods()) {
      verb(method)
          .ifPresent(
              verb -> {
                String path = join(root, path(resource), path(method));
                PathItem item = paths.computeIfAbsent(path, p -> OASFactory.createPathItem());
                item.setOperation(PathItem.HttpMethod.valueOf(verb), operation(resource, method));
              });
    }
  }

  /** Marks a POST that changes nothing. */
  static final String READS = "x-changes-nothing";

  private Operation operation(Class<?> resource, Method method) {
    Operation operation =
        OASFactory.createOperation()
            .operationId(resource.getSimpleName().replace("Resource", "") + "." + method.getName())
            .responses(OASFactory.createAPIResponses());
    Tag tag = resource.getAnnotation(Tag.class);
    operation.addTag(tag == null ? path(resource).replace("/", "") : tag.name());
    var said = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
    if (said != null) {
      operation.summary(said.summary());
      operation.description(said.description().isEmpty() ? null : said.description());
    }
    if (method.isAnnotationPresent(ReadsByPost.class)) {
      operation.addExtension(READS, true);
    }
    for (Parameter parameter : method.getParameters()) {
      describe(parameter, method, resource, operation);
    }
    boolean nothing = method.getReturnType() == void.class;
    var answer = OASFactory.createAPIResponse().description(nothing ? "Done" : "The answer");
    if (!nothing) {
      answer.content(content(produces(resource, method), answerSchema(method)));
    }
    operation.getResponses().addAPIResponse(nothing ? "204" : "200", answer);
    return operation;
  }

  private Schema answerSchema(Method method) {
    return method.getReturnType() == Response.class
        ? null
        : schemas.of(method.getGenericReturnType());
  }

  private void describe(
      Parameter parameter, Method method, Class<?> resource, Operation operation) {
    PathParam inPath = parameter.getAnnotation(PathParam.class);
    QueryParam inQuery = parameter.getAnnotation(QueryParam.class);
    if (inPath != null) {
      operation.addParameter(
          OASFactory.createParameter()
              .in(In.PATH)
              .name(inPath.value())
              .required(true)
              .schema(schemas.of(parameter.getParameterizedType())));
    } else if (inQuery != null) {
      Schema schema = schemas.of(parameter.getParameterizedType());
      DefaultValue otherwise = parameter.getAnnotation(DefaultValue.class);
      if (otherwise != null && schema.getRef() == null) {
        schema.defaultValue(otherwise.value());
      }
      operation.addParameter(
          OASFactory.createParameter().in(In.QUERY).name(inQuery.value()).schema(schema));
    } else if (parameter.isAnnotationPresent(Context.class)) {
      describeContext(parameter, operation);
    } else {
      operation.requestBody(
          OASFactory.createRequestBody()
              .required(true)
              .content(content(consumes(resource, method), body(parameter))));
    }
  }

  /** A resource that wants the whole address reads the parameters of a list from it. */
  private static void describeContext(Parameter parameter, Operation operation) {
    if (parameter.getType() == UriInfo.class && operation.getRequestBody() == null) {
      Map<String, String> known = new TreeMap<>();
      known.put("limit", "Rows wanted, 1 to 200; 50 unless told");
      known.put("cursor", "nextCursor of the page before");
      known.put("sort", "A field to sort by, descending with a minus in front");
      boolean list = operation.getOperationId().endsWith(".list");
      (list ? known : Map.<String, String>of())
          .forEach(
              (name, description) ->
                  operation.addParameter(
                      OASFactory.createParameter()
                          .in(In.QUERY)
                          .name(name)
                          .description(description)
                          .schema(OASFactory.createSchema().type(Schema.SchemaType.STRING))));
    }
  }

  private Schema body(Parameter parameter) {
    return InputStream.class.isAssignableFrom(parameter.getType())
        ? OASFactory.createSchema().type(Schema.SchemaType.STRING).format("binary")
        : schemas.of(parameter.getParameterizedType());
  }

  private static Content content(List<String> types, Schema schema) {
    Content content = OASFactory.createContent();
    types.forEach(type -> content.addMediaType(type, OASFactory.createMediaType().schema(schema)));
    return content;
  }

  private static List<String> produces(Class<?> resource, Method method) {
    return Stream.of(method.getAnnotation(Produces.class), resource.getAnnotation(Produces.class))
        .filter(java.util.Objects::nonNull)
        .map(types -> List.of(types.value()))
        .findFirst()
        .orElse(List.of(MediaType.APPLICATION_JSON));
  }

  private static List<String> consumes(Class<?> resource, Method method) {
    return Stream.of(method.getAnnotation(Consumes.class), resource.getAnnotation(Consumes.class))
        .filter(java.util.Objects::nonNull)
        .map(types -> List.of(types.value()))
        .findFirst()
        .orElse(List.of(MediaType.APPLICATION_JSON));
  }

  private static java.util.Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }

  private static String path(java.lang.reflect.AnnotatedElement element) {
    Path path = element.getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }

  /** Joins parts with one slash between them, and takes patterns out of template variables. */
  static String join(String... parts) {
    StringBuilder path = new StringBuilder();
    for (String part : parts) {
      String bare = part.replaceAll("^/+|/+$", "").replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
      if (!bare.isEmpty()) {
        path.append('/').append(bare);
      }
    }
    return path.toString();
  }
}
