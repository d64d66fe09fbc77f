package com.heyi.web.imports;

import com.heyi.imports.ImportRunView;
import com.heyi.imports.ImportsFacade;
import com.heyi.imports.StartImport;
import com.heyi.imports.UploadStore;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Imports of files. */
@Path("/imports")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports")
public class ImportsResource {
  @Inject private ImportsFacade imports;
  @Inject private UploadStore uploads;

  @GET
  @Operation(summary = "Runs, newest first")
  public Response list(@Context UriInfo uri) {
    return Lists.answer(uri, imports.list(Lists.request(uri)));
  }

  @GET
  @Path("/kinds")
  @Operation(summary = "The kinds of file that can be imported")
  public Map<String, List<String>> kinds() {
    return Map.of("kinds", imports.kinds());
  }

  /** The body is the file itself: CSV in UTF-8 with a header, or the same as gzip. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Send a file and start its import")
  public Response start(
      @QueryParam("kind") String kind,
      @QueryParam("filename") String fileName,
      @Context UriInfo uri,
      InputStream file)
      throws IOException {
    imports.accept(kind);
    ImportRunView run = imports.start(new StartImport(kind, fileName, uploads.store(file)));
    return Response.created(uri.getAbsolutePathBuilder().path(run.id().toString()).build())
        .entity(run)
        .tag(Versions.tag(run.version()))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One run with its progress")
  public Response view(@PathParam("id") String id, @Context Request request) {
    ImportRunView run = imports.view(Ids.parse(id));
    return Versions.read(request, run, run.version());
  }

  @POST
  @Path("/{id}/stop")
  @Operation(summary = "Stop a run; what was loaded stays")
  public Response stop(@PathParam("id") String id) {
    ImportRunView run = imports.stop(Ids.parse(id));
    return Versions.changed(run, run.version());
  }

  @POST
  @Path("/{id}/resume")
  @Operation(summary = "Go on with a run that failed or was stopped")
  public Response resume(@PathParam("id") String id) {
    ImportRunView run = imports.resume(Ids.parse(id));
    return Versions.changed(run, run.version());
  }

  @GET
  @Path("/{id}/rejects")
  @Produces("text/csv")
  @Operation(summary = "The rows that were not loaded, each with line and reason, as CSV")
  public Response rejects(@PathParam("id") String id) {
    UUID run = imports.view(Ids.parse(id)).id();
    StreamingOutput csv = out -> RejectsCsv.write(imports, run, out);
    return Response.ok(csv, RejectsCsv.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, RejectsCsv.disposition(run))
        .build();
  }
}
