package com.heyi.web.invoices;

import com.heyi.invoices.Buyer;
import com.heyi.invoices.DeliveredQueued;
import com.heyi.invoices.GatewayView;
import com.heyi.invoices.InvoiceView;
import com.heyi.invoices.InvoicesFacade;
import com.heyi.invoices.IssueDelivered;
import com.heyi.invoices.IssueInvoice;
import com.heyi.invoices.OrderInvoices;
import com.heyi.invoices.SendInvoiceAgain;
import com.heyi.invoices.SetTaxRate;
import com.heyi.invoices.TaxRateView;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invoices for what orders cost in money. */
@Path("/invoices")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "invoices")
public class InvoicesResource {
  @Inject private InvoicesFacade invoices;
  @Inject private Clock clock;

  /**
   * @param buyer to whom it is made out from now on; left out, he stays as he is
   */
  public record Again(Buyer buyer) {}

  @GET
  @Operation(
      summary = "Invoices, latest first",
      description =
          "Filters: number (beginning), officialNumber, order (its number), orderId, customer (his"
              + " number), kind, status, branch, from and to (days). Sorts: requestedAt, number,"
              + " gross.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, invoices.list(Lists.request(uri)));
  }

  @POST
  @Operation(
      summary = "Make the invoice for an order",
      description =
          "For what of it has left, was paid in money and is not invoiced yet. Without a buyer it"
              + " is made out to a person without a name.")
  public Response issue(IssueInvoice command, @Context UriInfo uri) {
    InvoiceView made = invoices.issue(command);
    return Response.created(uri.getAbsolutePathBuilder().path(made.row().id().toString()).build())
        .entity(made)
        .tag(Versions.tag(made.row().version()))
        .build();
  }

  @POST
  @Path("/delivered")
  @Operation(
      summary = "Begin to make invoices for orders that were delivered in a time and have none",
      description = "'run' is the import run that does so; it is absent when there is no order.")
  public DeliveredQueued issueDelivered(IssueDelivered command) {
    return invoices.issueDelivered(command);
  }

  @GET
  @Path("/gateway")
  @Operation(summary = "Whether invoices reach the authority, and how many wait")
  public GatewayView gateway() {
    return invoices.gateway();
  }

  @GET
  @Path("/tax-rates")
  @Operation(summary = "All rates of tax that were ever set")
  public Map<String, List<TaxRateView>> taxRates() {
    return Map.of("rates", invoices.taxRates());
  }

  @POST
  @Path("/tax-rates")
  @Operation(summary = "Set a rate of tax from a day on; waits for a second person (202)")
  public TaxRateView setTaxRate(SetTaxRate command) {
    return invoices.setTaxRate(command);
  }

  @GET
  @Path("/orders/{orderId}")
  @Operation(summary = "What of an order is invoiced, and whether more can be")
  public OrderInvoices ofOrder(@PathParam("orderId") String orderId) {
    return invoices.ofOrder(Ids.parse(orderId));
  }

  /** Never 304: red ones come without a new version of the blue one. */
  @GET
  @Path("/{id}")
  @Operation(summary = "An invoice with its lines")
  public Response view(@PathParam("id") String id) {
    InvoiceView found = invoices.view(Ids.parse(id));
    return Versions.changed(found, found.row().version());
  }

  @GET
  @Path("/{id}/pdf")
  @Produces("application/pdf")
  @Operation(
      summary = "An invoice as PDF",
      description = "In the language that Accept-Language asks for: zh-CN, zh-TW or en.")
  public Response pdf(@PathParam("id") String id) {
    InvoiceView found = invoices.view(Ids.parse(id));
    InvoicePaper paper = new InvoicePaper(found, CallContext.current().locale(), clock.getZone());
    return file(paper::writeTo, paper.fileName());
  }

  @GET
  @Path("/{id}/xml")
  @Produces(MediaType.APPLICATION_XML)
  @Operation(
      summary = "An invoice as XML",
      description = "For a buyer's books; not the authority's signed file.")
  public Response xml(@PathParam("id") String id) {
    InvoiceView found = invoices.view(Ids.parse(id));
    return file(new InvoiceXml(found)::writeTo, found.row().number() + ".xml");
  }

  @POST
  @Path("/{id}/send-again")
  @Operation(
      summary = "Hand over a refused invoice again",
      description =
          "Made out to another buyer when one is given, which only one that was refused can be."
              + " If-Match names the version.")
  public Response sendAgain(@PathParam("id") String id, Again again, @Context HttpHeaders headers) {
    InvoiceView done =
        invoices.sendAgain(
            new SendInvoiceAgain(
                Ids.parse(id),
                Math.toIntExact(Versions.required(headers)),
                again == null ? null : again.buyer()));
    return Versions.changed(done, done.row().version());
  }

  private static Response file(StreamingOutput content, String name) {
    return Response.ok(content).header("Content-Disposition", Download.named(name)).build();
  }
}
