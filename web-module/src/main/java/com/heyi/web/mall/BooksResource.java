package com.heyi.web.mall;

import com.heyi.mall.MallFigures;
import com.heyi.mall.PointsFacade;
import com.heyi.mall.TrialBalance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The books of the mall. */
@Path("/mall")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
public class BooksResource {
  @Inject private PointsFacade points;

  @GET
  @Path("/trial-balance")
  @Operation(summary = "Totals per account, and every invariant of the books checked")
  public TrialBalance trialBalance() {
    return points.trialBalance();
  }

  @GET
  @Path("/figures")
  @Operation(summary = "Orders and points per month, 1 to 120 months")
  public MallFigures figures(@QueryParam("months") @DefaultValue("12") int months) {
    return points.figures(months);
  }
}
