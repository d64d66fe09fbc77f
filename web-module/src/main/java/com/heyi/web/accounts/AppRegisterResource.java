package com.heyi.web.accounts;

import com.heyi.accounts.AppFunctionView;
import com.heyi.accounts.AppsFacade;
import com.heyi.accounts.DescribeApp;
import com.heyi.accounts.OverlapReport;
import com.heyi.accounts.RegisterApp;
import com.heyi.accounts.RegisteredApp;
import com.heyi.web.common.Lists;
import com.heyi.web.common.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of apps, with who uses them and what they do twice. */
@Path("/app-register")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "apps")
public class AppRegisterResource {
  @Inject private AppsFacade apps;

  /**
   * What an app is from now on.
   *
   * @param ownerDepartment department that runs it
   * @param functions codes of what it offers
   * @param reason why
   */
  public record Description(String ownerDepartment, List<String> functions, String reason) {}

  @GET
  @Operation(summary = "All apps with owner, functions, status and users")
  public Lists.Part<RegisteredApp> list() {
    return new Lists.Part<>(apps.register(), null);
  }

  @POST
  @Operation(summary = "Take an app or channel into the register")
  public Response register(RegisterApp command, @Context UriInfo uri) {
    RegisteredApp app = apps.register(command);
    return Response.created(uri.getAbsolutePathBuilder().path(app.code()).build())
        .entity(app)
        .tag(Versions.tag(app.version()))
        .build();
  }

  /** Never 304: who uses it changes without its version. */
  @GET
  @Path("/{code}")
  @Operation(summary = "One app")
  public Response view(@PathParam("code") String code) {
    RegisteredApp app = apps.view(code);
    return Versions.changed(app, app.version());
  }

  @PUT
  @Path("/{code}")
  @Operation(summary = "Change who runs an app and what it offers; If-Match names its version")
  public Response describe(
      @PathParam("code") String code, Description body, @Context HttpHeaders headers) {
    RegisteredApp app =
        apps.describe(
            new DescribeApp(
                code,
                Versions.required(headers),
                body.ownerDepartment(),
                body.functions(),
                body.reason()));
    return Versions.changed(app, app.version());
  }

  @GET
  @Path("/functions")
  @Operation(summary = "What apps can do")
  public Lists.Part<AppFunctionView> functions() {
    return new Lists.Part<>(apps.functions(), null);
  }

  @GET
  @Path("/overlap")
  @Operation(
      summary = "Which functions stand in several apps, and how many customers meet them twice",
      description = "Users of each app by function; for each two apps, the customers of both.")
  public OverlapReport overlap() {
    return apps.overlap();
  }
}
