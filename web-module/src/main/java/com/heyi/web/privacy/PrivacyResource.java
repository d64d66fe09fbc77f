package com.heyi.web.privacy;

import com.heyi.privacy.ChangeRetention;
import com.heyi.privacy.ErasePerson;
import com.heyi.privacy.ErasureView;
import com.heyi.privacy.ExportPerson;
import com.heyi.privacy.PersonFile;
import com.heyi.privacy.PrivacyFacade;
import com.heyi.privacy.RetentionView;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import com.heyi.web.common.PersonFiles;
import com.heyi.web.common.Versions;
import com.heyi.web.ui.Download;
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
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A person's rights over his data, and how long records are kept. */
@Path("/privacy")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "privacy")
public class PrivacyResource {
  @Inject private PrivacyFacade privacy;

  /**
   * Whom to erase.
   *
   * @param customerId the customer
   * @param reason why; no personal data belong in it
   */
  public record NewErasure(UUID customerId, String reason) {}

  /**
   * A new period.
   *
   * @param keepDays days, at least the legal minimum
   * @param reason why
   */
  public record NewPeriod(Integer keepDays, String reason) {}

  @POST
  @Path("/exports")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({"application/zip", MediaType.APPLICATION_JSON})
  @Operation(
      summary = "All that is held about a customer, as a zip",
      description =
          "person.json for machines, a summary in each language for people. X-Content-SHA256 tells "
              + "the hash that the audit trail has.")
  public Response export(ExportPerson command) {
    PersonFile file = privacy.export(command);
    StreamingOutput zip = out -> PersonFiles.deliver(file, out);
    return Response.ok(zip, "application/zip")
        .header(HttpHeaders.CONTENT_DISPOSITION, Download.named(file.name()))
        .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
        .header("X-Content-SHA256", file.sha256())
        .build();
  }

  @GET
  @Path("/erasures")
  @Operation(
      summary = "Erasures that were done, latest first",
      description = "Filters: customer, from, to. Sort: erasedAt.")
  public Response erasures(@Context UriInfo uri) {
    return Lists.answer(uri, privacy.erasures(Lists.request(uri)));
  }

  @GET
  @Path("/erasures/{id}")
  @Operation(summary = "One erasure: its receipt")
  public ErasureView erasure(@PathParam("id") String id) {
    return privacy.erasure(Ids.parse(id));
  }

  @POST
  @Path("/erasures")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Erase who a customer is; it cannot be undone",
      description =
          "If-Match names the customer's version. 422 erasure.hindered tells what stands against "
              + "it and the first day on which no legal period runs any more.")
  public Response erase(NewErasure erasure, @Context HttpHeaders headers, @Context UriInfo uri) {
    ErasureView done =
        privacy.erase(
            new ErasePerson(erasure.customerId(), Versions.required(headers), erasure.reason()));
    return Response.created(uri.getAbsolutePathBuilder().path(done.id().toString()).build())
        .entity(done)
        .build();
  }

  @GET
  @Path("/retention")
  @Operation(summary = "How long each kind of record is kept, and what the law demands")
  public Lists.Part<RetentionView> retention() {
    return new Lists.Part<>(privacy.retention(), null);
  }

  @POST
  @Path("/retention/{kind}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Change how long a kind of record is kept",
      description = "If-Match names the version. 422 retention.below-minimum names the minimum.")
  public Response change(
      @PathParam("kind") String kind, NewPeriod period, @Context HttpHeaders headers) {
    RetentionView changed =
        privacy.changeRetention(
            new ChangeRetention(
                kind, period.keepDays(), Versions.required(headers), period.reason()));
    return Versions.changed(changed, changed.version());
  }
}
