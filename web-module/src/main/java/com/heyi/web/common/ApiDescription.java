package com.heyi.web.common;

import com.heyi.web.errors.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Writes into the description of the API what holds for every operation, so that resources need not
 * repeat it: the bearer token, the headers that guard a change, and the errors.
 */
public class ApiDescription implements OASFilter {
  private static final String TOKEN = "bearer";
  private static final String PROBLEM = "Problem";

  private static final Map<String, String> ERRORS =
      new TreeMap<>(
          Map.of(
              "400", "The request is malformed; errors[] names the fields",
              "401", "No token, or one that is not accepted (auth.*)",
              "403", "The caller's role or branch does not allow it",
              "404", "There is no such record",
              "500", "Our mistake; give the request id to support"));

  private static final Map<String, String> ERRORS_OF_CHANGES =
      new TreeMap<>(
          Map.of(
              "409", "It collides with what exists or is going on",
              "413", "The request is too large",
              "415", "The body is not application/json",
              "422", "A business rule says no"));

  @Override
  public void filterOpenAPI(OpenAPI api) {
    api.info(
        OASFactory.createInfo()
            .title("Heyi")
            .version("1")
            .description(
                "One customer and account register, one points mall, one complaints desk. Errors"
                    + " are problem documents (RFC 9457) with a stable code."));
    if (api.getComponents() == null) {
      api.components(OASFactory.createComponents());
    }
    api.getComponents()
        .addSecurityScheme(
            TOKEN,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of the realm with the audience heyi-api"))
        .addSchema(PROBLEM, problem());
    api.security(List.of(OASFactory.createSecurityRequirement().addScheme(TOKEN)));
    if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
      api.getPaths().getPathItems().values().forEach(ApiDescription::complete);
    }
  }

  private static void complete(PathItem path) {
    path.getOperations().forEach(ApiDescription::complete);
  }

  private static void complete(PathItem.HttpMethod method, Operation operation) {
    addErrors(operation, ERRORS);
    boolean reads =
        operation.getExtensions() != null && operation.getExtensions().containsKey(ApiReader.READS);
    if (method == PathItem.HttpMethod.GET || reads) {
      return;
    }
    addErrors(operation, ERRORS_OF_CHANGES);
    if (method == PathItem.HttpMethod.POST) {
      addHeader(
          operation, "Idempotency-Key", "1 to 64 visible characters; the same for every retry");
    } else {
      addHeader(operation, "If-Match", "The ETag that the change was made on");
      addErrors(
          operation,
          Map.of(
              "412", "The record has moved on since it was read",
              "428", "If-Match is missing"));
    }
  }

  private static void addHeader(Operation operation, String name, String description) {
    operation.addParameter(
        OASFactory.createParameter()
            .in(Parameter.In.HEADER)
            .name(name)
            .description(description)
            .required(true)
            .schema(text()));
  }

  private static void addErrors(Operation operation, Map<String, String> errors) {
    APIResponses responses = operation.getResponses();
    if (responses == null) {
      responses = OASFactory.createAPIResponses();
      operation.responses(responses);
    }
    for (Map.Entry<String, String> error : errors.entrySet()) {
      if (!responses.hasAPIResponse(error.getKey())) {
        responses.addAPIResponse(error.getKey(), response(error.getValue()));
      }
    }
  }

  private static APIResponse response(String description) {
    Schema reference = OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM);
    return OASFactory.createAPIResponse()
        .description(description)
        .content(
            OASFactory.createContent()
                .addMediaType(Problem.JSON, OASFactory.createMediaType().schema(reference)));
  }

  private static Schema problem() {
    Schema field =
        OASFactory.createSchema()
            .type(Schema.SchemaType.OBJECT)
            .addProperty("field", text())
            .addProperty("code", text())
            .addProperty("message", text());
    return OASFactory.createSchema()
        .type(Schema.SchemaType.OBJECT)
        .description("An error, by RFC 9457")
        .addProperty("type", text())
        .addProperty("title", text())
        .addProperty("status", OASFactory.createSchema().type(Schema.SchemaType.INTEGER))
        .addProperty("detail", text())
        .addProperty("instance", text())
        .addProperty("code", text())
        .addProperty(
            "errors", OASFactory.createSchema().type(Schema.SchemaType.ARRAY).items(field));
  }

  private static Schema text() {
    return OASFactory.createSchema().type(Schema.SchemaType.STRING);
  }
}
