package com.heyi.web.messages;

import com.heyi.messages.ChannelView;
import com.heyi.messages.MessageChannel;
import com.heyi.messages.MessageRow;
import com.heyi.messages.MessageView;
import com.heyi.messages.MessagesFacade;
import com.heyi.messages.PreferenceView;
import com.heyi.messages.ResendMessage;
import com.heyi.messages.SetPreference;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Messages to customers. */
@Path("/messages")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
public class MessagesResource {
  @Inject private MessagesFacade messages;

  /**
   * How a customer wants to be told.
   *
   * @param language zh-CN, zh-TW or en
   * @param channel SMS, EMAIL, APP, or left out for none in particular
   * @param email his e-mail address; needed for EMAIL
   */
  public record Preference(String language, MessageChannel channel, String email) {}

  @GET
  @Operation(
      summary = "Messages, the latest first, without their words",
      description =
          "Filters: status, channel, template, customer (id), subject, from and to (days).")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, messages.list(Lists.request(uri)));
  }

  @GET
  @Path("/channels")
  @Operation(summary = "Which channels can send here, and how many messages wait")
  public Map<String, List<ChannelView>> channels() {
    return Map.of("channels", messages.channels());
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A message with its words")
  public Response view(@PathParam("id") String id, @Context Request request) {
    MessageView found = messages.view(Ids.parse(id));
    return Versions.read(request, found, found.row().version());
  }

  @POST
  @Path("/{id}/resend")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Send a message again that was given up")
  public Response resend(@PathParam("id") String id, @Context HttpHeaders headers) {
    MessageRow done =
        messages.resend(
            new ResendMessage(Ids.parse(id), Math.toIntExact(Versions.required(headers))));
    return Versions.changed(done, done.version());
  }

  @GET
  @Path("/inbox/{customerId}")
  @Operation(summary = "What the app shows a customer: his latest messages, with their words")
  public Map<String, List<MessageView>> inbox(@PathParam("customerId") String customerId) {
    return Map.of("messages", messages.inbox(Ids.parse(customerId)));
  }

  @GET
  @Path("/preferences/{customerId}")
  @Operation(summary = "How a customer wants to be told")
  public Response preference(@PathParam("customerId") String customerId, @Context Request request) {
    PreferenceView found = messages.preference(Ids.parse(customerId));
    return Versions.read(request, found, found.version());
  }

  @POST
  @Path("/preferences/{customerId}")
  @Operation(summary = "Say how a customer wants to be told")
  public Response setPreference(
      @PathParam("customerId") String customerId, Preference wanted, @Context HttpHeaders headers) {
    PreferenceView done =
        messages.setPreference(
            new SetPreference(
                Ids.parse(customerId),
                Math.toIntExact(Versions.required(headers)),
                wanted.language(),
                wanted.channel(),
                wanted.email()));
    return Versions.changed(done, done.version());
  }
}
