package com.heyi.web.relationship;

import com.heyi.relationship.CareView;
import com.heyi.relationship.HandOver;
import com.heyi.relationship.HandOverView;
import com.heyi.relationship.HandedOver;
import com.heyi.relationship.ManagerView;
import com.heyi.relationship.ManagersFacade;
import com.heyi.relationship.SetManager;
import com.heyi.shared.value.Ids;
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

/** Relationship managers and the customers whom they look after. */
@Path("/relationship-managers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "relationship managers")
public class ManagersResource {
  @Inject private ManagersFacade managers;

  @GET
  @Operation(summary = "All relationship managers")
  public Lists.Part<ManagerView> managers() {
    return new Lists.Part<>(managers.managers(), null);
  }

  @POST
  @Operation(
      summary = "Make somebody a manager, or change what is known of one",
      description = "expectedVersion is left out for a new one.")
  public ManagerView set(SetManager command) {
    return managers.set(command);
  }

  @POST
  @Path("/hand-overs")
  @Operation(
      summary = "Hand customers from one manager to another, all of them or none",
      description = "An empty list of customers hands over all of from.")
  public HandedOver handOver(HandOver command) {
    return managers.handOver(command);
  }

  @GET
  @Path("/customers")
  @Operation(
      summary = "Customers with who looks after them; an operator sees his own",
      description = "Filters: manager (account), customer (his number). Sort: since.")
  public Response customers(@Context UriInfo uri) {
    return Lists.answer(uri, managers.customers(Lists.request(uri)));
  }

  @GET
  @Path("/of-customer/{customerId}")
  @Operation(summary = "Who looks after a customer, and who sees to him today")
  public CareView of(@PathParam("customerId") String customerId) {
    return managers.of(Ids.parse(customerId));
  }

  @GET
  @Path("/of-customer/{customerId}/history")
  @Operation(summary = "Who looked after a customer since when")
  public Lists.Part<HandOverView> history(@PathParam("customerId") String customerId) {
    return new Lists.Part<>(managers.history(Ids.parse(customerId)), null);
  }
}
