package com.heyi.web.complaints;

import com.heyi.complaints.AuthorityView;
import com.heyi.complaints.DeskFacade;
import com.heyi.complaints.DeskMemberView;
import com.heyi.complaints.SetAuthority;
import com.heyi.complaints.SetDeskMember;
import com.heyi.complaints.TaskView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who works at the complaints desk, with which authority. */
@Path("/complaints-desk")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class DeskResource {
  @Inject private DeskFacade desk;

  @GET
  @Path("/members")
  @Operation(summary = "Everybody who is or was at the desk, the highest level first")
  public List<DeskMemberView> members() {
    return desk.members();
  }

  @POST
  @Path("/members")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set who works at the desk",
      description = "expectedVersion is left out for somebody who is not there yet.")
  public DeskMemberView setMember(SetDeskMember body) {
    return desk.setMember(body);
  }

  @GET
  @Path("/authorities")
  @Operation(summary = "What each level may give, the lowest level first")
  public List<AuthorityView> authorities() {
    return desk.authorities();
  }

  @POST
  @Path("/authorities")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set what a level may give", description = "A second person approves.")
  public AuthorityView setAuthority(SetAuthority body) {
    return desk.setAuthority(body);
  }

  @GET
  @Path("/tasks")
  @Operation(summary = "Open tasks of the caller's branch, or of the caller")
  public List<TaskView> tasks() {
    return desk.tasks();
  }
}
