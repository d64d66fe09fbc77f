package com.heyi.web.promotions;

import com.heyi.promotions.CouponFacade;
import com.heyi.promotions.CreateTemplate;
import com.heyi.promotions.StopTemplate;
import com.heyi.promotions.TemplateView;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The kinds of coupons. Their terms never change; If-Match names the version that is stopped. */
@Path("/promotions/coupon-templates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "promotions")
public class CouponTemplatesResource {
  @Inject private CouponFacade coupons;

  /**
   * @param reason why
   */
  public record Why(String reason) {}

  @GET
  @Operation(
      summary = "The kinds of coupons, newest first",
      description = "Filters: code, name, status, reduction. Sorts: createdAt, code, precedence.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, coupons.templates(Lists.request(uri)));
  }

  @POST
  @Operation(summary = "Define a kind of coupon")
  public Response create(CreateTemplate command, @Context UriInfo uri) {
    TemplateView template = coupons.createTemplate(command);
    return Response.created(uri.getAbsolutePathBuilder().path(template.id().toString()).build())
        .entity(template)
        .tag(Versions.tag(template.version()))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One kind of coupon with the items and categories that it is good for")
  public Response view(@PathParam("id") String id) {
    TemplateView template = coupons.template(Ids.parse(id));
    return Versions.changed(template, template.version());
  }

  @POST
  @Path("/{id}/stop")
  @Operation(summary = "Issue no more coupons of this kind")
  public Response stop(@PathParam("id") String id, Why why, @Context HttpHeaders headers) {
    TemplateView template =
        coupons.stopTemplate(
            new StopTemplate(Ids.parse(id), Versions.required(headers), why.reason()));
    return Versions.changed(template, template.version());
  }
}
