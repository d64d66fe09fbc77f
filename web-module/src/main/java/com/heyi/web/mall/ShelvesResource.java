package com.heyi.web.mall;

import com.heyi.mall.CategoryView;
import com.heyi.mall.FamilyView;
import com.heyi.mall.SetCategory;
import com.heyi.mall.SetFamily;
import com.heyi.mall.ShelfFacade;
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

/** Categories, and families of variants. */
@Path("/mall")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class ShelvesResource {
  @Inject private ShelfFacade shelves;

  /**
   * What may change of a category.
   *
   * @param parent code of the category it belongs to, or null for one at the top
   * @param nameEn name in English
   * @param nameZhCn name in simplified Chinese
   * @param nameZhTw name in traditional Chinese
   * @param position order among its siblings
   * @param retired whether nothing new may stand in it
   */
  public record Place(
      String parent,
      String nameEn,
      String nameZhCn,
      String nameZhTw,
      int position,
      boolean retired) {}

  /**
   * What may change of a family.
   *
   * @param name name of the thing
   * @param options what variants differ in
   */
  public record Thing(String name, List<String> options) {}

  @GET
  @Path("/categories")
  @Operation(summary = "All categories, each before those below it")
  public List<CategoryView> categories() {
    return shelves.categories();
  }

  @POST
  @Path("/categories")
  @Operation(summary = "Make a category")
  public Response create(SetCategory command, @Context UriInfo uri) {
    CategoryView made =
        shelves.setCategory(
            new SetCategory(
                command.code(),
                null,
                command.parent(),
                command.nameEn(),
                command.nameZhCn(),
                command.nameZhTw(),
                command.position(),
                command.retired()));
    return Response.created(uri.getAbsolutePathBuilder().path(made.code()).build())
        .entity(made)
        .tag(Versions.tag(made.version()))
        .build();
  }

  @PUT
  @Path("/categories/{code}")
  @Operation(summary = "Change names, place or retirement of a category")
  public Response change(@PathParam("code") String code, Place to, @Context HttpHeaders headers) {
    CategoryView changed =
        shelves.setCategory(
            new SetCategory(
                code,
                Versions.required(headers),
                to.parent(),
                to.nameEn(),
                to.nameZhCn(),
                to.nameZhTw(),
                to.position(),
                to.retired()));
    return Versions.changed(changed, changed.version());
  }

  @GET
  @Path("/families/{code}")
  @Operation(summary = "A family with its variants")
  public Response family(@PathParam("code") String code) {
    FamilyView family = shelves.family(code);
    return Versions.changed(family, family.version());
  }

  @POST
  @Path("/families")
  @Operation(summary = "Make a family of items")
  public Response create(SetFamily command, @Context UriInfo uri) {
    FamilyView made =
        shelves.setFamily(new SetFamily(command.code(), null, command.name(), command.options()));
    return Response.created(uri.getAbsolutePathBuilder().path(made.code()).build())
        .entity(made)
        .tag(Versions.tag(made.version()))
        .build();
  }

  @PUT
  @Path("/families/{code}")
  @Operation(summary = "Change the name or the options of a family")
  public Response change(@PathParam("code") String code, Thing to, @Context HttpHeaders headers) {
    FamilyView changed =
        shelves.setFamily(new SetFamily(code, Versions.required(headers), to.name(), to.options()));
    return Versions.changed(changed, changed.version());
  }
}
