package com.heyi.web.deposits;

import com.heyi.deposits.BookMovement;
import com.heyi.deposits.DepositsFacade;
import com.heyi.deposits.MovementKind;
import com.heyi.deposits.MovementView;
import com.heyi.deposits.ReverseMovement;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What moves in an account. */
@Path("/accounts/{accountId}/movements")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deposits")
public class MovementsResource {
  @Inject private DepositsFacade deposits;

  /**
   * @param kind why money moves; every kind but REVERSAL
   * @param amount how much
   * @param counterparty the other side: for a TRANSFER an account number here; not for cash
   * @param memo what the statement says about it; may be left out
   */
  public record NewMovement(MovementKind kind, Money amount, String counterparty, String memo) {}

  /**
   * @param reason why
   */
  public record Reversal(String reason) {}

  @GET
  @Operation(
      summary = "An account's statement, latest first; filters kind, from, to; sort seq",
      description =
          "reverses names the movement that a line takes back, reversedBy the one that took it"
              + " back; a line with either cannot be reversed.")
  public Response statement(@PathParam("accountId") String accountId, @Context UriInfo uri) {
    return Lists.answer(uri, deposits.statement(Ids.parse(accountId), Lists.request(uri)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Move money into or out of an account",
      description =
          "422 movement.limit names the limit, what is used and what is left of it. A TRANSFER is "
              + "booked on both accounts or on none.")
  public Response book(@PathParam("accountId") String accountId, NewMovement movement) {
    MovementView booked =
        deposits.book(
            new BookMovement(
                Ids.parse(accountId),
                movement.kind(),
                movement.amount(),
                movement.counterparty(),
                movement.memo()));
    return Response.status(Response.Status.CREATED).entity(booked).build();
  }

  @POST
  @Path("/{movementId}/reversal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Take a movement back as a whole, once")
  public Response reverse(
      @PathParam("accountId") String accountId,
      @PathParam("movementId") String movementId,
      Reversal reversal) {
    MovementView back =
        deposits.reverse(
            new ReverseMovement(Ids.parse(accountId), Ids.parse(movementId), reversal.reason()));
    return Response.status(Response.Status.CREATED).entity(back).build();
  }
}
