package com.heyi.web.menu;

import com.heyi.menu.AnswerHelp;
import com.heyi.menu.ChangeMenuFunction;
import com.heyi.menu.FailingSteps;
import com.heyi.menu.HelpAnswer;
import com.heyi.menu.HelpView;
import com.heyi.menu.MenuChannel;
import com.heyi.menu.MenuFacade;
import com.heyi.menu.MenuFunctionView;
import com.heyi.menu.MenuFunctionsFacade;
import com.heyi.menu.RegisterMenuFunction;
import com.heyi.shared.value.Ids;
import com.heyi.web.common.Lists;
import com.heyi.web.common.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What menus are made of, and where customers get stuck. */
@Path("/menu")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "menu")
public class MenuResource {
  private static final int USUAL_DAYS = 30;

  @Inject private MenuFunctionsFacade functions;
  @Inject private MenuFacade menus;
  @Inject private Clock clock;

  /**
   * What a function is from now on.
   *
   * @param area what of the apps it belongs to
   * @param nameZhCn name in simplified Chinese
   * @param nameZhTw name in traditional Chinese
   * @param nameEn name in English
   * @param ownerDepartment department that answers for it
   * @param channels where it is offered; empty switches it off
   */
  public record Described(
      String area,
      String nameZhCn,
      String nameZhTw,
      String nameEn,
      String ownerDepartment,
      Set<MenuChannel> channels) {}

  /**
   * @param answer what came of an offer of help
   */
  public record Answer(HelpAnswer answer) {}

  @GET
  @Path("/functions")
  @Operation(summary = "All functions, those that are switched off too")
  public Lists.Part<MenuFunctionView> functions() {
    return new Lists.Part<>(functions.list(), null);
  }

  @GET
  @Path("/functions/{code}")
  @Operation(summary = "One function")
  public Response function(@PathParam("code") String code) {
    MenuFunctionView found = functions.view(code);
    return Versions.changed(found, found.version());
  }

  @POST
  @Path("/functions")
  @Operation(summary = "Take a function into the register")
  public Response register(RegisterMenuFunction command, @Context UriInfo uri) {
    MenuFunctionView done = functions.register(command);
    return Response.created(uri.getAbsolutePathBuilder().path(done.code()).build())
        .entity(done)
        .tag(Versions.tag(done.version()))
        .build();
  }

  @PUT
  @Path("/functions/{code}")
  @Operation(summary = "Change a function; If-Match names its version")
  public Response change(
      @PathParam("code") String code, Described body, @Context HttpHeaders headers) {
    MenuFunctionView done =
        functions.change(
            new ChangeMenuFunction(
                code,
                Versions.required(headers),
                body.area(),
                body.nameZhCn(),
                body.nameZhTw(),
                body.nameEn(),
                body.ownerDepartment(),
                body.channels()));
    return Versions.changed(done, done.version());
  }

  @GET
  @Path("/failing-steps")
  @Operation(
      summary = "Which steps of journeys do not go well",
      description = "from and to are days, the last 30 unless told; channel is optional.")
  public FailingSteps failingSteps(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("channel") String channel) {
    LocalDate last = to == null ? LocalDate.now(clock) : MenuText.day("to", to);
    LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : MenuText.day("from", from);
    return menus.failingSteps(first, last, MenuText.channel(channel));
  }

  @GET
  @Path("/helps")
  @Operation(
      summary = "Offers of help to customers who got stuck, the latest first",
      description = "Filters: status, channel, function, customer (id), from and to (days).")
  public Response helps(@Context UriInfo uri) {
    return Lists.answer(uri, menus.helps(Lists.request(uri)));
  }

  @POST
  @Path("/helps/{id}/answer")
  @Operation(summary = "Say what came of an offer of help; If-Match names its version")
  public Response answer(@PathParam("id") String id, Answer answer, @Context HttpHeaders headers) {
    HelpView done =
        menus.answer(new AnswerHelp(Ids.parse(id), Versions.required(headers), answer.answer()));
    return Versions.changed(done, done.version());
  }
}
