package com.heyi.web.mall;

import com.heyi.mall.SalesFacade;
import com.heyi.mall.SalesReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the mall sells. */
@Path("/mall/sales")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class SalesResource {
  @Inject private SalesFacade sales;

  @GET
  @Operation(
      summary = "GMV with its four factors, the funnel, items and branches of a period",
      description = "from and to are days; left out, the twelve months up to today.")
  public SalesReport report(@QueryParam("from") String from, @QueryParam("to") String to) {
    return sales.report(from, to);
  }
}
