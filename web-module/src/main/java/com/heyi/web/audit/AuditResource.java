package com.heyi.web.audit;

import com.heyi.audit.AuditEntryView;
import com.heyi.audit.AuditFacade;
import com.heyi.audit.CompareVersions;
import com.heyi.audit.DeleteSearch;
import com.heyi.audit.FieldDifference;
import com.heyi.audit.RecordVersion;
import com.heyi.audit.RenameSearch;
import com.heyi.audit.RevealValue;
import com.heyi.audit.RevealedValue;
import com.heyi.audit.SaveSearch;
import com.heyi.audit.SavedSearchView;
import com.heyi.audit.Subject;
import com.heyi.audit.UnusualReads;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.common.Lists;
import com.heyi.web.common.ReadsByPost;
import com.heyi.web.common.Versions;
import com.heyi.web.ui.FileAnswers;
import com.heyi.web.ui.FileFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The auditor's workplace over REST. */
@ApplicationScoped
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {
  private static final String OF = "of";
  private static final String FORMAT = "format";

  /** What is typed freely may be a name or a number of somebody. */
  private static final Set<String> PERSONAL = Set.of("text");

  private static final String BY_POST = "POST /api/v1/audit/search";

  @Inject private AuditFacade audit;
  @Inject private TrailFiles files;

  /**
   * A search of the trail; what is left out does not matter.
   *
   * @param of whose timeline, else the whole trail
   * @param filters by their names
   */
  public record Search(
      String of, Map<String, String> filters, Integer limit, String cursor, String sort) {

    PageRequest request() {
      return Lists.request(limit, cursor, sort, filters == null ? Map.of() : filters);
    }
  }

  /**
   * A search as a file.
   *
   * @param format csv (unless told), xlsx or pdf
   * @param of whose timeline, else the whole trail
   * @param filters by their names
   */
  public record Export(String format, String of, Map<String, String> filters, String sort) {}

  /**
   * A new name.
   *
   * @param name the name
   */
  public record Name(String name) {}

  @GET
  @Operation(
      summary = "Entries of the trail, newest first",
      description =
          "Filters: who, role, action (beginning), module, target, field (changed),"
              + " change (true or false), outcome, error, approval (id or any), channel, branch,"
              + " address, requestId, from and to (days). Sorts: recordedAt, who, action. For free"
              + " text, which may stand in no address, see POST /audit/search.")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, audit.list(Lists.request(uri, PERSONAL, BY_POST)));
  }

  @POST
  @ReadsByPost
  @Path("/search")
  @Operation(
      summary = "Search the trail, by free text too",
      description =
          "filters: those of GET /audit, and text (a part of a reason, of a value or name of a"
              + " changed field, or of an action; all of a target, user or request). of: whose"
              + " timeline, else the whole trail. Who goes on sends the same with the cursor.")
  public Response search(Search asked) {
    Search search = asked == null ? new Search(null, null, null, null, null) : asked;
    if (search.of() == null) {
      return Lists.answer(audit.list(search.request()));
    }
    return Lists.answer(audit.timeline(audit.subject(search.of()), search.request()));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One entry of the trail")
  public AuditEntryView view(@PathParam("id") UUID id) {
    return audit.view(id);
  }

  @GET
  @Path("/timeline")
  @Operation(
      summary = "Everything about one record and what belongs to it, newest first",
      description =
          "of: the number of a customer, order, item or complaint, or a target such as"
              + " customer:0197... Filters and sorts as of the trail.")
  public Response timeline(@QueryParam(OF) String of, @Context UriInfo uri) {
    Subject subject = audit.subject(of == null ? "" : of);
    return Lists.answer(
        uri, audit.timeline(subject, without(Lists.request(uri, PERSONAL, BY_POST), OF)));
  }

  @GET
  @Path("/records/{thing}/{id}/versions")
  @Operation(summary = "The versions of a record, the latest first")
  public List<RecordVersion> versions(
      @PathParam("thing") String thing, @PathParam("id") String id) {
    return audit.versions(new Subject(thing, id));
  }

  @GET
  @Path("/records/{thing}/{id}/comparison")
  @Operation(summary = "Two versions field by field, personal values masked")
  public List<FieldDifference> compare(
      @PathParam("thing") String thing,
      @PathParam("id") String id,
      @QueryParam("earlier") long earlier,
      @QueryParam("later") long later) {
    return audit.compare(new CompareVersions(new Subject(thing, id), earlier, later));
  }

  /** By POST, so that neither the question nor the answer is kept on the way. */
  @POST
  @ReadsByPost
  @Path("/reveals")
  @Operation(summary = "One masked value in full, for a reason; recorded in the trail")
  public RevealedValue reveal(RevealValue wanted) {
    return audit.reveal(wanted);
  }

  @GET
  @Path("/unusual-reads")
  @Operation(summary = "Days on which somebody read the data of unusually many customers")
  public UnusualReads unusualReads() {
    return audit.unusualReads();
  }

  @GET
  @Path("/exports")
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "A search as a file",
      description =
          "format: csv (unless told), xlsx or pdf; of: whose timeline, else the whole trail;"
              + " filters and sort as of the trail. The trail keeps the number of rows and the hash"
              + " of the file.")
  public Response export(
      @QueryParam(FORMAT) String format, @QueryParam(OF) String of, @Context UriInfo uri) {
    PageRequest search =
        without(Lists.request(uri, PERSONAL, "POST /api/v1/audit/exports"), OF, FORMAT);
    return file(format, of, search);
  }

  @POST
  @ReadsByPost
  @Path("/exports")
  @Produces(MediaType.WILDCARD)
  @Operation(
      summary = "A search as a file, by free text too",
      description = "As GET /audit/exports; the text is masked in the trail.")
  public Response export(Export asked) {
    Export wanted = asked == null ? new Export(null, null, null, null) : asked;
    return file(
        wanted.format(),
        wanted.of(),
        Lists.request(
            null, null, wanted.sort(), wanted.filters() == null ? Map.of() : wanted.filters()));
  }

  private Response file(String format, String of, PageRequest search) {
    FileFormat wanted = FileAnswers.format(format, FileFormat.CSV);
    Subject subject = of == null ? null : audit.subject(of);
    return FileAnswers.answer(
        files.made(
            wanted, subject, search.filters(), search.sort(), CallContext.current().locale()));
  }

  @GET
  @Path("/searches")
  @Operation(summary = "The searches that the caller keeps")
  public List<SavedSearchView> searches() {
    return audit.searches();
  }

  @POST
  @Path("/searches")
  @Operation(summary = "Keep a search under a name")
  public Response save(SaveSearch command) {
    SavedSearchView kept = audit.save(command);
    return Response.status(Response.Status.CREATED)
        .entity(kept)
        .tag(Versions.tag(kept.version()))
        .build();
  }

  @PUT
  @Path("/searches/{id}")
  @Operation(summary = "Give a kept search another name")
  public Response rename(@PathParam("id") UUID id, Name to, @Context HttpHeaders headers) {
    SavedSearchView kept =
        audit.rename(new RenameSearch(id, Versions.required(headers), to.name()));
    return Versions.changed(kept, kept.version());
  }

  @DELETE
  @Path("/searches/{id}")
  @Operation(summary = "Delete a kept search")
  public void delete(@PathParam("id") UUID id, @Context HttpHeaders headers) {
    audit.delete(new DeleteSearch(id, Versions.required(headers)));
  }

  private static PageRequest without(PageRequest request, String... names) {
    Map<String, String> filters = new LinkedHashMap<>(request.filters());
    filters.keySet().removeAll(List.of(names));
    return request.filteredBy(filters);
  }
}
