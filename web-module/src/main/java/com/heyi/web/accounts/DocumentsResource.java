package com.heyi.web.accounts;

import com.heyi.accounts.DocumentKind;
import com.heyi.accounts.DocumentView;
import com.heyi.accounts.RecordDocument;
import com.heyi.accounts.UpgradesFacade;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a customer has shown or signed; numbers come masked. */
@Path("/customers/{customerId}/documents")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class DocumentsResource {
  @Inject private UpgradesFacade upgrades;

  /**
   * A document.
   *
   * @param kind what it is
   * @param number its number; absent for a kind that has none
   * @param expiresOn the last day on which it is valid; absent when it does not expire
   */
  public record NewDocument(DocumentKind kind, String number, LocalDate expiresOn) {}

  @GET
  @Operation(summary = "Documents of a customer, the latest first")
  public List<DocumentView> list(@PathParam("customerId") String customerId) {
    return upgrades.documents(Ids.parse(customerId));
  }

  @POST
  @Operation(summary = "Record a document; the latest of a kind counts")
  public List<DocumentView> record(
      @PathParam("customerId") String customerId, NewDocument document) {
    return upgrades.record(
        new RecordDocument(
            Ids.parse(customerId), document.kind(), document.number(), document.expiresOn()));
  }
}
