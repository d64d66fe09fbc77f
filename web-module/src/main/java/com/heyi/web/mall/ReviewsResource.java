package com.heyi.web.mall;

import com.heyi.mall.AnswerReview;
import com.heyi.mall.DecideReview;
import com.heyi.mall.ItemReviews;
import com.heyi.mall.PendingReviews;
import com.heyi.mall.ReportReview;
import com.heyi.mall.ReviewView;
import com.heyi.mall.ReviewsFacade;
import com.heyi.mall.WriteReview;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What buyers say about goods. */
@Path("/mall/reviews")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class ReviewsResource {
  @Inject private ReviewsFacade reviews;

  /**
   * Why a review is refused.
   *
   * @param reason why
   */
  public record Refusal(String reason) {}

  @GET
  @Operation(summary = "Reviews; filters status, itemId; sorts writtenAt, stars")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, reviews.list(Lists.request(uri)));
  }

  @POST
  @Operation(summary = "Take down what a buyer says about one line of his order, once")
  public Response write(WriteReview command) {
    ReviewView review = reviews.write(command);
    return Response.status(Response.Status.CREATED)
        .entity(review)
        .tag(Versions.tag(review.version()))
        .build();
  }

  @POST
  @Path("/{id}/publication")
  @Operation(summary = "Let everybody read a review")
  public Response publish(@PathParam("id") String id, @Context HttpHeaders headers) {
    ReviewView review =
        reviews.publish(new DecideReview(Ids.parse(id), Versions.required(headers), null));
    return Versions.changed(review, review.version());
  }

  @POST
  @Path("/{id}/refusal")
  @Operation(summary = "Let nobody read a review, for a reason")
  public Response refuse(
      @PathParam("id") String id, Refusal refusal, @Context HttpHeaders headers) {
    ReviewView review =
        reviews.refuse(
            new DecideReview(Ids.parse(id), Versions.required(headers), refusal.reason()));
    return Versions.changed(review, review.version());
  }

  /**
   * What somebody has against a review.
   *
   * @param reason what
   */
  public record Report(String reason) {}

  @POST
  @Path("/{id}/report")
  @Operation(summary = "Say what is wrong with a review; it is read until somebody hides it")
  public ItemReviews report(@PathParam("id") String id, Report report) {
    return reviews.report(new ReportReview(Ids.parse(id), report.reason()));
  }

  @POST
  @Path("/{id}/keeping")
  @Operation(summary = "Keep a review that was reported without ground")
  public Response keep(@PathParam("id") String id, @Context HttpHeaders headers) {
    ReviewView review =
        reviews.keep(new DecideReview(Ids.parse(id), Versions.required(headers), null));
    return Versions.changed(review, review.version());
  }

  @POST
  @Path("/{id}/hiding")
  @Operation(summary = "Let nobody read a review any more, for a reason; it does not come back")
  public Response hide(@PathParam("id") String id, Refusal why, @Context HttpHeaders headers) {
    ReviewView review =
        reviews.hide(new DecideReview(Ids.parse(id), Versions.required(headers), why.reason()));
    return Versions.changed(review, review.version());
  }

  /**
   * What the bank answers.
   *
   * @param words the answer
   */
  public record Reply(String words) {}

  @POST
  @Path("/{id}/answer")
  @Operation(summary = "Answer a review for all who read it, once")
  public Response answer(@PathParam("id") String id, Reply reply, @Context HttpHeaders headers) {
    ReviewView review =
        reviews.answer(new AnswerReview(Ids.parse(id), Versions.required(headers), reply.words()));
    return Versions.changed(review, review.version());
  }

  @GET
  @Path("/of-item/{item}")
  @Operation(summary = "What buyers say about an item, as far as it is published")
  public ItemReviews ofItem(@PathParam("item") String item) {
    return reviews.ofItem(Ids.parse(item));
  }

  @GET
  @Path("/pending/{customer}")
  @Operation(summary = "What a customer has received, kept and not reviewed yet")
  public PendingReviews pending(@PathParam("customer") String customer) {
    return reviews.pending(Ids.parse(customer));
  }
}
