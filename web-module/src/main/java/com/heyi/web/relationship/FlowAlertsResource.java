package com.heyi.web.relationship;

import com.heyi.relationship.AlertView;
import com.heyi.relationship.AlertsFacade;
import com.heyi.relationship.FlowThresholdView;
import com.heyi.relationship.HandleAlert;
import com.heyi.relationship.SeeAlert;
import com.heyi.relationship.SetFlowThreshold;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Large sums that came to customers or went from them. If-Match names the alert's version. */
@Path("/flow-alerts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "flow alerts")
public class FlowAlertsResource {
  @Inject private AlertsFacade alerts;

  /**
   * @param outcome what was done
   */
  public record Outcome(String outcome) {}

  @GET
  @Operation(
      summary = "Alerts, the latest first; an operator sees those about his own customers",
      description =
          "Filters: status, direction, manager, customer (his number). Sorts: openedAt, amount.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, alerts.list(Lists.request(uri)));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One alert")
  public Response view(@PathParam("id") String id, @Context Request request) {
    AlertView alert = alerts.view(Ids.parse(id));
    return Versions.read(request, alert, alert.version());
  }

  @POST
  @Path("/{id}/seen")
  @Operation(summary = "Say that an alert was looked at")
  public Response see(@PathParam("id") String id, @Context HttpHeaders headers) {
    AlertView alert = alerts.see(new SeeAlert(Ids.parse(id), Versions.required(headers)));
    return Versions.changed(alert, alert.version());
  }

  @POST
  @Path("/{id}/handled")
  @Operation(summary = "Say what was done about an alert")
  public Response handle(@PathParam("id") String id, Outcome body, @Context HttpHeaders headers) {
    AlertView alert =
        alerts.handle(
            new HandleAlert(
                Ids.parse(id), Versions.required(headers), body == null ? null : body.outcome()));
    return Versions.changed(alert, alert.version());
  }

  @GET
  @Path("/of-customer/{customerId}")
  @Operation(summary = "A customer's alerts that nobody has handled")
  public Lists.Part<AlertView> ofCustomer(@PathParam("customerId") String customerId) {
    return new Lists.Part<>(alerts.openOf(Ids.parse(customerId)), null);
  }

  @GET
  @Path("/thresholds")
  @Operation(summary = "From how much on in a day a manager is alerted")
  public Lists.Part<FlowThresholdView> thresholds() {
    return new Lists.Part<>(alerts.thresholds(), null);
  }

  @POST
  @Path("/thresholds")
  @Operation(summary = "Set from how much on in a day a manager is alerted")
  public Response setThreshold(SetFlowThreshold command) {
    return Response.status(Response.Status.CREATED).entity(alerts.setThreshold(command)).build();
  }
}
