package com.heyi.web.complaints;

import com.heyi.complaints.CaseRedress;
import com.heyi.complaints.CompensateComplaint;
import com.heyi.complaints.GivePoints;
import com.heyi.complaints.RedressFacade;
import com.heyi.complaints.Remedy;
import com.heyi.complaints.TakeBackRedress;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.web.common.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a complainant is given. */
@Path("/complaints/{id}/redress")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class RedressResource {
  @Inject private RedressFacade redress;

  /**
   * @param remedy COMPENSATION or EX_GRATIA
   * @param account number of an account of the customer
   * @param money how much, in CNY
   * @param reason why
   */
  public record Payment(Remedy remedy, String account, Money money, String reason) {}

  /**
   * @param remedy COMPENSATION or EX_GRATIA
   * @param points how many
   * @param reason why; the customer reads it
   */
  public record Gift(Remedy remedy, Points points, String reason) {}

  /**
   * @param reason why
   */
  public record Withdrawal(String reason) {}

  @POST
  @Path("/payments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Pay the complainant money into an account of his",
      description =
          "403 complaint.beyond-amount beyond the authority of the handler's level; 202 where a "
              + "second person decides.")
  public Response pay(@PathParam("id") String id, Payment body, @Context HttpHeaders headers) {
    return answer(
        redress.compensate(
            new CompensateComplaint(
                Ids.parse(id),
                Versions.required(headers),
                body.remedy(),
                body.account(),
                body.money(),
                body.reason())));
  }

  @POST
  @Path("/points")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Give the complainant points")
  public Response give(@PathParam("id") String id, Gift body, @Context HttpHeaders headers) {
    return answer(
        redress.givePoints(
            new GivePoints(
                Ids.parse(id),
                Versions.required(headers),
                body.remedy(),
                body.points(),
                body.reason())));
  }

  @POST
  @Path("/{redressId}/reversal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Take back what was given, whole and once")
  public Response takeBack(
      @PathParam("id") String id,
      @PathParam("redressId") String redressId,
      Withdrawal body,
      @Context HttpHeaders headers) {
    return answer(
        redress.takeBack(
            new TakeBackRedress(
                Ids.parse(id), Versions.required(headers), Ids.parse(redressId), body.reason())));
  }

  private static Response answer(CaseRedress given) {
    return Versions.changed(given, given.version());
  }
}
