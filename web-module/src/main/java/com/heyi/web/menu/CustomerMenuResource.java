package com.heyi.web.menu;

import com.heyi.menu.AskMenu;
import com.heyi.menu.FunctionUse;
import com.heyi.menu.MenuFacade;
import com.heyi.menu.MenuPreferenceView;
import com.heyi.menu.MenuView;
import com.heyi.menu.ReportUses;
import com.heyi.menu.SetMenuPreference;
import com.heyi.menu.UsesTaken;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A customer's menu. */
@Path("/customers/{customerId}/menu")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "menu")
public class CustomerMenuResource {
  @Inject private MenuFacade menus;

  /**
   * What a customer used.
   *
   * @param uses 1 to 500, in any order
   */
  public record Used(List<FunctionUse> uses) {}

  /**
   * How a customer wants his menu.
   *
   * @param leftHanded whether he reaches it with the left hand
   * @param largeText whether he wants larger letters
   * @param language zh-CN, zh-TW or en, for messages too; left out to leave it
   * @param pins codes of functions that always come first, in this order
   * @param hides codes of functions that are never shown
   */
  public record Preference(
      boolean leftHanded,
      boolean largeText,
      String language,
      List<String> pins,
      List<String> hides) {}

  @GET
  @Operation(
      summary = "The functions of a channel in the order that a customer is likely to need",
      description =
          "channel is APP, COUNTER or PHONE; at a moment with its offset, now unless told; places"
              + " the most wanted, 8 unless told. Each place has its reason as a code and in"
              + " words.")
  public MenuView view(
      @PathParam("customerId") String customerId,
      @QueryParam("channel") String channel,
      @QueryParam("at") String at,
      @QueryParam("places") @DefaultValue("8") int places) {
    return menus.menu(
        new AskMenu(Ids.parse(customerId), MenuText.channel(channel), MenuText.at(at), places));
  }

  @POST
  @Path("/uses")
  @Operation(
      summary = "Tell what a customer used",
      description =
          "Each use has an id from the channel, by which it is known when it is told again. All"
              + " are taken or none; none older than 31 days.")
  public UsesTaken report(@PathParam("customerId") String customerId, Used used) {
    return menus.report(new ReportUses(Ids.parse(customerId), used.uses()));
  }

  /** Never 304: the language changes without its version. */
  @GET
  @Path("/preference")
  @Operation(summary = "How a customer wants his menu")
  public Response preference(@PathParam("customerId") String customerId) {
    MenuPreferenceView found = menus.preference(Ids.parse(customerId));
    return Versions.changed(found, found.version());
  }

  @PUT
  @Path("/preference")
  @Operation(summary = "Say how a customer wants his menu; If-Match names its version, 0 for none")
  public Response setPreference(
      @PathParam("customerId") String customerId, Preference wanted, @Context HttpHeaders headers) {
    MenuPreferenceView done =
        menus.setPreference(
            new SetMenuPreference(
                Ids.parse(customerId),
                Math.toIntExact(Versions.required(headers)),
                wanted.leftHanded(),
                wanted.largeText(),
                wanted.language(),
                wanted.pins(),
                wanted.hides()));
    return Versions.changed(done, done.version());
  }
}
