package com.heyi.web.mall;

import com.heyi.mall.AdjustStock;
import com.heyi.mall.CatalogueFacade;
import com.heyi.mall.ChangeItem;
import com.heyi.mall.CreateItem;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.ItemView;
import com.heyi.mall.SetPurchaseLimit;
import com.heyi.mall.ShelfFacade;
import com.heyi.mall.ShelveItem;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
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

/** The catalogue. */
@Path("/mall/items")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class ItemsResource {
  @Inject private CatalogueFacade catalogue;
  @Inject private ShelfFacade shelves;

  /**
   * What may change of an item.
   *
   * @param name its name
   * @param price points for one piece
   * @param status whether it can be ordered
   */
  public record Description(String name, Points price, ItemStatus status) {}

  /**
   * A movement of stock.
   *
   * @param delta pieces received (positive) or written off (negative)
   * @param reason why
   */
  public record Movement(long delta, String reason) {}

  @GET
  @Operation(summary = "The catalogue; filters sku, name, status, category, family")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, catalogue.list(Lists.request(uri)));
  }

  @POST
  @Operation(summary = "Put a new item on sale")
  public Response create(CreateItem command, @Context UriInfo uri) {
    ItemView item = catalogue.create(command);
    return Response.created(uri.getAbsolutePathBuilder().path(item.id().toString()).build())
        .entity(item)
        .tag(Versions.tag(item.version()))
        .build();
  }

  /** Never answered with 304: the stock moves with every order, the version with edits only. */
  @GET
  @Path("/{id}")
  @Operation(summary = "One item")
  public Response view(@PathParam("id") String id) {
    ItemView item = catalogue.view(Ids.parse(id));
    return Versions.changed(item, item.version());
  }

  @PUT
  @Path("/{id}")
  @Operation(summary = "Change name, price or status of an item")
  public Response change(@PathParam("id") String id, Description to, @Context HttpHeaders headers) {
    ItemView item =
        catalogue.change(
            new ChangeItem(
                Ids.parse(id), Versions.required(headers), to.name(), to.price(), to.status()));
    return Versions.changed(item, item.version());
  }

  /**
   * What one customer may order.
   *
   * @param pieces how many, or null for as many as he likes
   * @param days within how many days; 30 when null
   */
  public record Limit(Long pieces, Integer days) {}

  @PUT
  @Path("/{id}/limit")
  @Operation(summary = "Limit how much of an item one customer may order, or lift the limit")
  public Response limit(@PathParam("id") String id, Limit to, @Context HttpHeaders headers) {
    ItemView item =
        catalogue.limit(
            new SetPurchaseLimit(
                Ids.parse(id), Versions.required(headers), to.pieces(), to.days()));
    return Versions.changed(item, item.version());
  }

  /**
   * Where an item stands.
   *
   * @param category code of its category, or null
   * @param family code of the family that it is a variant of, or null
   * @param options what it is in each option of the family
   */
  public record Place(String category, String family, List<String> options) {}

  @PUT
  @Path("/{id}/shelf")
  @Operation(summary = "Say in which category an item stands, and of which family it is a variant")
  public Response shelve(@PathParam("id") String id, Place to, @Context HttpHeaders headers) {
    ItemView item =
        shelves.shelve(
            new ShelveItem(
                Ids.parse(id),
                Versions.required(headers),
                to.category(),
                to.family(),
                to.options()));
    return Versions.changed(item, item.version());
  }

  @POST
  @Path("/{id}/stock-movements")
  @Operation(summary = "Receive or write off pieces of an item")
  public Response move(@PathParam("id") String id, Movement move, @Context HttpHeaders headers) {
    ItemView item =
        catalogue.adjustStock(
            new AdjustStock(
                Ids.parse(id), Versions.required(headers), move.delta(), move.reason()));
    return Versions.changed(item, item.version());
  }
}
