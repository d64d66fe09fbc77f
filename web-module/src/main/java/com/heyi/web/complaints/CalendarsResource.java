package com.heyi.web.complaints;

import com.heyi.complaints.AnnounceCalendar;
import com.heyi.complaints.CalendarView;
import com.heyi.complaints.CalendarsFacade;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which days are worked, by place. */
@Path("/complaint-calendars")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class CalendarsResource {
  @Inject private CalendarsFacade calendars;

  @GET
  @Operation(summary = "The newest version of every calendar")
  public Lists.Part<CalendarView> list() {
    return new Lists.Part<>(calendars.list(), null);
  }

  @GET
  @Path("/{code}")
  @Operation(
      summary = "A calendar",
      description = "version: the newest unless told; a case says which one it counts by.")
  public CalendarView view(@PathParam("code") String code, @QueryParam("version") Integer version) {
    return calendars.view(code, version);
  }

  @POST
  @Operation(
      summary = "Make a year of a calendar known, or correct it",
      description = "A second person approves. Cases that have begun keep their version.")
  public CalendarView announce(AnnounceCalendar command) {
    return calendars.announce(command);
  }
}
