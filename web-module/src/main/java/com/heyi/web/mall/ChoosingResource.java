package com.heyi.web.mall;

import com.heyi.mall.Browse;
import com.heyi.mall.ChoosingFacade;
import com.heyi.mall.FoundItem;
import com.heyi.mall.Shelf;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What helps to choose. */
@Path("/mall/choosing")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class ChoosingResource {
  @Inject private ChoosingFacade choosing;

  @GET
  @Path("/search")
  @Operation(summary = "Items on sale whose names have all words of q, the best match first")
  public List<FoundItem> search(@QueryParam("q") String text, @QueryParam("limit") String limit) {
    return choosing.search(text == null ? "" : text, Lists.limit(limit));
  }

  @GET
  @Path("/browse")
  @Operation(summary = "What is on sale as a customer looks at it, with facets; families once")
  public Shelf browse(
      @QueryParam("q") String text,
      @QueryParam("category") String category,
      @QueryParam("priceFrom") Long priceFrom,
      @QueryParam("priceTo") Long priceTo,
      @QueryParam("inStock") boolean inStock,
      @QueryParam("tier") String tier,
      @QueryParam("order") Browse.Order order,
      @QueryParam("from") int from,
      @QueryParam("limit") String limit) {
    return choosing.browse(
        new Browse(
            text,
            category,
            priceFrom,
            priceTo,
            inStock,
            tier,
            order == null ? Browse.Order.BEST : order,
            from,
            Lists.limit(limit)));
  }

  @GET
  @Path("/best-sellers")
  @Operation(summary = "The items on sale that stood in most orders of the period")
  public List<FoundItem> bestSellers(@QueryParam("limit") String limit) {
    return choosing.bestSellers(Lists.limit(limit));
  }

  @GET
  @Path("/bought-together/{item}")
  @Operation(summary = "The items on sale that stood most often in one order with an item")
  public List<FoundItem> together(@PathParam("item") String item) {
    return choosing.boughtTogether(Ids.parse(item));
  }

  @POST
  @Path("/figures")
  @Operation(summary = "Compute best sellers and what is bought together from the orders now")
  public Map<String, Long> compute() {
    return Map.of("items", choosing.compute());
  }
}
