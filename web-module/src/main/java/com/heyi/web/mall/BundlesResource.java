package com.heyi.web.mall;

import com.heyi.mall.BundleView;
import com.heyi.mall.BundlesFacade;
import com.heyi.mall.SetBundle;
import com.heyi.shared.value.Points;
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

/** Bundles: several items under one name. */
@Path("/mall/bundles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class BundlesResource {
  @Inject private BundlesFacade bundles;

  /**
   * What may change of a bundle.
   *
   * @param name its name
   * @param reduced points taken off for one whole bundle
   * @param onSale whether it can be put into a cart
   * @param lines what it is made of
   */
  public record Content(String name, Points reduced, boolean onSale, List<SetBundle.Line> lines) {}

  @GET
  @Operation(summary = "All bundles, with what they are made of and how many can be had")
  public List<BundleView> list() {
    return bundles.list();
  }

  @POST
  @Operation(summary = "Make a bundle")
  public Response create(SetBundle command, @Context UriInfo uri) {
    BundleView made =
        bundles.set(
            new SetBundle(
                command.code(),
                null,
                command.name(),
                command.reduced(),
                command.onSale(),
                command.lines()));
    return Response.created(uri.getAbsolutePathBuilder().path(made.code()).build())
        .entity(made)
        .tag(Versions.tag(made.version()))
        .build();
  }

  @PUT
  @Path("/{code}")
  @Operation(summary = "Change a bundle")
  public Response change(@PathParam("code") String code, Content to, @Context HttpHeaders headers) {
    BundleView changed =
        bundles.set(
            new SetBundle(
                code,
                Versions.required(headers),
                to.name(),
                to.reduced(),
                to.onSale(),
                to.lines()));
    return Versions.changed(changed, changed.version());
  }
}
