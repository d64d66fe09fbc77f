package com.heyi.web.accounts;

import com.heyi.accounts.CustomerView;
import com.heyi.accounts.MatchView;
import com.heyi.accounts.MatchingFacade;
import com.heyi.accounts.MergeCustomers;
import com.heyi.accounts.RejectMatch;
import com.heyi.accounts.UnmergeCustomer;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the customers of old apps are, and two records of one person united and parted. */
@Path("/customer-matches")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class CustomerMatchesResource {
  @Inject private MatchingFacade matching;

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  /**
   * @param intoId who he is
   * @param reason why
   */
  public record Merge(UUID intoId, String reason) {}

  @GET
  @Operation(
      summary = "Suggestions, the best first, with how each field fits",
      description = "Filter: status. Sorts: score, madeAt.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, matching.list(Lists.request(uri)));
  }

  @POST
  @Path("/{id}/rejection")
  @Operation(summary = "Say that they are two persons; If-Match names the suggestion's version")
  public Response reject(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    MatchView match =
        matching.reject(new RejectMatch(Ids.parse(id), Versions.required(headers), why.reason()));
    return Versions.changed(match, match.version());
  }

  @POST
  @Path("/merges/{customerId}")
  @Operation(
      summary = "Let a customer point to who he is; waits for a second person",
      description = "If-Match names the version of the customer who is merged.")
  public Response merge(
      @PathParam("customerId") String customerId, Merge body, @Context HttpHeaders headers) {
    CustomerView into =
        matching.merge(
            new MergeCustomers(
                Ids.parse(customerId), Versions.required(headers), body.intoId(), body.reason()));
    return Versions.changed(into, into.version());
  }

  @POST
  @Path("/unmerges/{customerId}")
  @Operation(
      summary = "Let a merged customer stand for himself again; waits for a second person",
      description = "If-Match names the version of the merged customer.")
  public Response unmerge(
      @PathParam("customerId") String customerId, Why why, @Context HttpHeaders headers) {
    CustomerView alone =
        matching.unmerge(
            new UnmergeCustomer(Ids.parse(customerId), Versions.required(headers), why.reason()));
    return Versions.changed(alone, alone.version());
  }
}
