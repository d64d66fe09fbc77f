package com.heyi.web.giftcards;

import com.heyi.giftcards.BlockCard;
import com.heyi.giftcards.CardBalance;
import com.heyi.giftcards.CardHandedOver;
import com.heyi.giftcards.CardMovementView;
import com.heyi.giftcards.CardRule;
import com.heyi.giftcards.CheckCode;
import com.heyi.giftcards.GiftCardBooks;
import com.heyi.giftcards.GiftCardView;
import com.heyi.giftcards.GiftCardsFacade;
import com.heyi.giftcards.HandOverCard;
import com.heyi.giftcards.IssueCard;
import com.heyi.giftcards.ReactivateCard;
import com.heyi.giftcards.ReplaceCard;
import com.heyi.giftcards.SetCardRule;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import com.heyi.web.common.ReadsByPost;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Gift cards. A code never stands in an address. */
@Path("/gift-cards")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "giftcards")
public class GiftCardsResource {
  @Inject private GiftCardsFacade cards;

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  /**
   * @param card the card
   * @param code its code, told this once; null when the call was a retry
   */
  public record HandedOver(GiftCardView card, String code) {}

  @GET
  @Operation(
      summary = "Gift cards, newest first",
      description =
          "Filters: number (its beginning), status, branch, customer (his number)."
              + " Sorts: issuedAt, expiresOn, balance.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, cards.list(Lists.request(uri)));
  }

  @POST
  @Operation(
      summary = "Issue a gift card",
      description =
          "It pays nothing before it is handed over. Large amounts wait for a second person.")
  public Response issue(IssueCard command, @Context UriInfo uri) {
    GiftCardView card = cards.issue(command);
    return Response.created(uri.getAbsolutePathBuilder().path(card.id().toString()).build())
        .entity(card)
        .tag(Versions.tag(card.version()))
        .build();
  }

  /** Never 304: whether its last day is over changes without its version. */
  @GET
  @Path("/{id}")
  @Operation(summary = "One gift card")
  public Response view(@PathParam("id") String id) {
    GiftCardView card = cards.view(Ids.parse(id));
    return Versions.changed(card, card.version());
  }

  @GET
  @Path("/{id}/movements")
  @Operation(summary = "All that has moved on a gift card, the latest first")
  public Lists.Part<CardMovementView> movements(@PathParam("id") String id) {
    return new Lists.Part<>(cards.movements(Ids.parse(id)), null);
  }

  @POST
  @Path("/{id}/hand-over")
  @Operation(
      summary = "Draw the code of a gift card",
      description =
          "The code is told in this answer and never again, not to a retry either: who loses it"
              + " replaces the card.")
  public Response handOver(@PathParam("id") String id, @Context HttpHeaders headers) {
    CardHandedOver done =
        cards.handOver(new HandOverCard(Ids.parse(id), Versions.required(headers)));
    return Versions.changed(new HandedOver(done.card(), done.code()), done.card().version());
  }

  @POST
  @Path("/{id}/block")
  @Operation(summary = "Let a lost gift card pay nothing")
  public Response block(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return changed(
        cards.block(new BlockCard(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @POST
  @Path("/{id}/replacement")
  @Operation(summary = "Put what is left on a lost gift card onto a new one; answers the new one")
  public Response replace(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return changed(
        cards.replace(new ReplaceCard(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @POST
  @Path("/{id}/reactivation")
  @Operation(summary = "Put what was written off back onto an expired gift card")
  public Response reactivate(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    return changed(
        cards.reactivate(
            new ReactivateCard(Ids.parse(id), Versions.required(headers), why.reason())));
  }

  @POST
  @Path("/balance")
  @ReadsByPost
  @Operation(
      summary = "What is left on the gift card with a code",
      description = "429 gift-card.code-locked after too many codes that are none.")
  public CardBalance balance(CheckCode question) {
    return cards.balance(question);
  }

  @GET
  @Path("/books")
  @Operation(summary = "What is owed to bearers, with the trial balance proved from all postings")
  public GiftCardBooks books() {
    return cards.books();
  }

  @GET
  @Path("/rules")
  @Operation(summary = "Every rule that was ever set, the newest first")
  public Lists.Part<CardRule> rules() {
    return new Lists.Part<>(cards.rules(), null);
  }

  @POST
  @Path("/rules")
  @Operation(summary = "Set from a day on how long gift cards last and how much they may hold")
  public Response setRule(SetCardRule command) {
    return Response.status(Response.Status.CREATED).entity(cards.setRule(command)).build();
  }

  private static Response changed(GiftCardView card) {
    return Versions.changed(card, card.version());
  }
}
