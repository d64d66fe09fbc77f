package com.heyi.web.complaints;

import com.heyi.complaints.DecideHint;
import com.heyi.complaints.DecideSuggestion;
import com.heyi.complaints.TriageBatchView;
import com.heyi.complaints.TriageCases;
import com.heyi.complaints.TriageFacade;
import com.heyi.complaints.TriageHint;
import com.heyi.complaints.TriageHintFigures;
import com.heyi.complaints.TriageModelView;
import com.heyi.complaints.TriageRunView;
import com.heyi.complaints.TriageTarget;
import com.heyi.complaints.TriageView;
import com.heyi.shared.value.Ids;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Suggestions learned from closed cases. */
@Path("/triage")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "complaints")
public class TriageResource {
  @Inject private TriageFacade triage;

  /**
   * @param target PRODUCT, ISSUE, CAUSE or SEVERITY
   * @param accepted whether the first suggestion is right
   */
  public record Decision(TriageTarget target, boolean accepted) {}

  /**
   * What a person says to what product and issue suggest.
   *
   * @param hint of what
   * @param accepted whether it is right
   */
  public record HintDecision(TriageHint hint, boolean accepted) {}

  @GET
  @Path("/models")
  @Operation(summary = "Models with their figures and how often people accepted them")
  public Map<String, List<TriageModelView>> models() {
    return Map.of("models", triage.models());
  }

  @GET
  @Path("/hints")
  @Operation(summary = "How often people accepted what product and issue suggested")
  public Map<String, List<TriageHintFigures>> hints() {
    return Map.of("hints", triage.hints());
  }

  @GET
  @Path("/runs")
  @Operation(summary = "The latest trainings with their progress")
  public Map<String, List<TriageRunView>> runs() {
    return Map.of("runs", triage.runs());
  }

  @POST
  @Path("/runs")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Learn anew from the closed cases")
  public TriageRunView train() {
    return triage.train();
  }

  @GET
  @Path("/batches")
  @Operation(summary = "The latest triages of many cases with their progress")
  public Map<String, List<TriageBatchView>> batches() {
    return Map.of("batches", triage.batches());
  }

  @POST
  @Path("/batches")
  @Operation(
      summary = "Triage many cases",
      description = "scope: OPEN or ALL. Writes suggestions beside the cases and changes none.")
  public TriageBatchView triage(TriageCases body) {
    return triage.triage(body);
  }

  @GET
  @Path("/complaints/{id}")
  @Operation(summary = "What the words of a complaint suggest, with the words, and cases like it")
  public TriageView suggest(@PathParam("id") String id) {
    return triage.suggest(Ids.parse(id));
  }

  @POST
  @Path("/complaints/{id}/decisions")
  @Operation(summary = "Accept or turn down a suggestion")
  public TriageView decide(
      @PathParam("id") String id, Decision decision, @Context HttpHeaders headers) {
    return triage.decide(
        new DecideSuggestion(
            Ids.parse(id),
            Math.toIntExact(Versions.required(headers)),
            decision.target(),
            decision.accepted()));
  }

  @POST
  @Path("/complaints/{id}/hint-decisions")
  @Operation(summary = "Say whether what product and issue suggest is right")
  public TriageView decideHint(
      @PathParam("id") String id, HintDecision decision, @Context HttpHeaders headers) {
    return triage.decide(
        new DecideHint(
            Ids.parse(id),
            Math.toIntExact(Versions.required(headers)),
            decision.hint(),
            decision.accepted()));
  }
}
