package com.heyi.web.relationship;

import com.heyi.relationship.Cohort;
import com.heyi.relationship.FunnelMonth;
import com.heyi.relationship.LifecycleView;
import com.heyi.relationship.RetentionFacade;
import com.heyi.relationship.SetLifecycle;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many customers come, stay and go. Months are written yyyy-MM. */
@Path("/retention")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "retention")
public class RetentionResource {
  @Inject private RetentionFacade retention;

  @GET
  @Path("/funnel")
  @Operation(summary = "New, active, dormant and lost customers by month")
  public Lists.Part<FunnelMonth> funnel(
      @QueryParam("from") String from, @QueryParam("to") String to) {
    return new Lists.Part<>(retention.funnel(MonthTexts.of(from), MonthTexts.of(to)), null);
  }

  @GET
  @Path("/cohorts")
  @Operation(summary = "By the month in which they came: how many were active in the months after")
  public Lists.Part<Cohort> cohorts(@QueryParam("from") String from, @QueryParam("to") String to) {
    return new Lists.Part<>(retention.cohorts(MonthTexts.of(from), MonthTexts.of(to)), null);
  }

  @GET
  @Path("/customers")
  @Operation(
      summary = "The customers who are new, active, dormant or lost in a month",
      description =
          "Filters: month (yyyy-MM, this one if left out), status (those who did something in the"
              + " month if left out), cohort (the month in which they came). Sort: cohort.")
  public Response customers(@Context UriInfo uri) {
    PageRequest request = Lists.request(uri);
    return Lists.answer(
        uri, retention.customers(MonthTexts.slice(request), MonthTexts.rest(request)));
  }

  @GET
  @Path("/definitions")
  @Operation(summary = "After how many months a customer is dormant, and lost")
  public Lists.Part<LifecycleView> definitions() {
    return new Lists.Part<>(retention.definitions(), null);
  }

  @POST
  @Path("/definitions")
  @Operation(summary = "Set after how many months a customer is dormant, and lost")
  public Response define(SetLifecycle command) {
    return Response.status(Response.Status.CREATED).entity(retention.define(command)).build();
  }
}
