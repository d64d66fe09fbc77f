package com.heyi.web.accounts;

import com.heyi.accounts.AppView;
import com.heyi.accounts.CustomersFacade;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The old apps and channels whose customers are united here. */
@Path("/apps")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class AppsResource {
  @Inject private CustomersFacade customers;

  @GET
  @Operation(summary = "All apps, by code")
  public Lists.Part<AppView> list() {
    return new Lists.Part<>(customers.apps(), null);
  }
}
