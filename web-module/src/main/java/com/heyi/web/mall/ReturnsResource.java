package com.heyi.web.mall;

import com.heyi.mall.AdvanceReturn;
import com.heyi.mall.DecideReturn;
import com.heyi.mall.InspectReturn;
import com.heyi.mall.RequestReturn;
import com.heyi.mall.ReturnView;
import com.heyi.mall.ReturnsFacade;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import com.heyi.web.common.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Goods that come back after delivery. */
@Path("/mall/returns")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class ReturnsResource {
  @Inject private ReturnsFacade returns;

  /**
   * A decision.
   *
   * @param reason why
   */
  public record Decision(String reason) {}

  /**
   * What the inspection found.
   *
   * @param reason in words
   * @param lines of each line of the return
   */
  public record Inspection(String reason, List<InspectReturn.Line> lines) {}

  @GET
  @Operation(
      summary = "Returns, latest first; filters number, order, orderId, branch, status, from, to")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, returns.list(Lists.request(uri)));
  }

  @POST
  @Operation(summary = "Ask that goods of a delivered order may come back")
  public Response request(RequestReturn command, @Context UriInfo uri) {
    ReturnView goods = returns.request(command);
    return Response.created(uri.getAbsolutePathBuilder().path(goods.id().toString()).build())
        .entity(goods)
        .tag(Versions.tag(goods.version()))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One return with its lines and steps")
  public Response view(@PathParam("id") String id, @Context Request request) {
    ReturnView goods = returns.view(Ids.parse(id));
    return Versions.read(request, goods, goods.version());
  }

  @POST
  @Path("/{id}/approval")
  @Operation(summary = "Let the goods be sent back")
  public Response approve(@PathParam("id") String id, Decision why, @Context HttpHeaders headers) {
    return moved(returns.approve(decision(id, why, headers)));
  }

  @POST
  @Path("/{id}/refusal")
  @Operation(summary = "Refuse the return")
  public Response refuse(@PathParam("id") String id, Decision why, @Context HttpHeaders headers) {
    return moved(returns.refuse(decision(id, why, headers)));
  }

  @POST
  @Path("/{id}/withdrawal")
  @Operation(summary = "The customer keeps the goods")
  public Response withdraw(@PathParam("id") String id, Decision why, @Context HttpHeaders headers) {
    return moved(returns.withdraw(decision(id, why, headers)));
  }

  @POST
  @Path("/{id}/receipt")
  @Operation(summary = "The goods have arrived")
  public Response receive(@PathParam("id") String id, @Context HttpHeaders headers) {
    return moved(returns.receive(new AdvanceReturn(Ids.parse(id), Versions.required(headers))));
  }

  @POST
  @Path("/{id}/inspection")
  @Operation(summary = "Settle what is taken back; the return is refused when nothing is")
  public Response inspect(
      @PathParam("id") String id, Inspection found, @Context HttpHeaders headers) {
    return moved(
        returns.inspect(
            new InspectReturn(
                Ids.parse(id), Versions.required(headers), found.reason(), found.lines())));
  }

  @POST
  @Path("/{id}/refund")
  @Operation(summary = "Give back what was paid for the accepted goods, once")
  public Response refund(@PathParam("id") String id, @Context HttpHeaders headers) {
    return moved(returns.refund(new AdvanceReturn(Ids.parse(id), Versions.required(headers))));
  }

  private static DecideReturn decision(String id, Decision why, HttpHeaders headers) {
    return new DecideReturn(Ids.parse(id), Versions.required(headers), why.reason());
  }

  private static Response moved(ReturnView goods) {
    return Versions.changed(goods, goods.version());
  }
}
