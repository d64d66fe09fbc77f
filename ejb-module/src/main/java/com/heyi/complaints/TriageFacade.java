package com.heyi.complaints;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.COMPLAINT_HANDLER;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;

import com.heyi.complaints.internal.Pyramid;
import com.heyi.complaints.internal.Triage;
import com.heyi.complaints.internal.TriageBatches;
import com.heyi.complaints.internal.TriageRuns;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Suggestions from the words of complaints, learned from closed cases. People decide. */
@Facade
@Stateless
public class TriageFacade {
  @Inject private Triage triage;
  @Inject private TriageRuns runs;
  @Inject private TriageBatches batches;
  @Inject private Pyramid pyramid;

  /** For the container. */
  public TriageFacade() {}

  TriageFacade(Triage triage, TriageRuns runs, TriageBatches batches, Pyramid pyramid) {
    this.triage = triage;
    this.runs = runs;
    this.batches = batches;
    this.pyramid = pyramid;
  }

  /**
   * What the words of a complaint suggest.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "triage.suggest",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR},
      personalData = true)
  public TriageView suggest(UUID complaintId) {
    return triage.of(complaintId);
  }

  /**
   * Accepts or turns down the first suggestion for a target.
   *
   * @throws HeyiException {@link ComplaintError#NO_SUGGESTION}, {@link
   *     ComplaintError#SUGGESTION_DECIDED}, {@link ComplaintError#WRONG_STEP} when the case is
   *     closed, {@link ComplaintError#NOT_IN_CHARGE}, {@link ComplaintError#INTEREST}, {@link
   *     ComplaintError#LEVEL_TOO_LOW}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(value = "triage.decide", by = COMPLAINT_HANDLER)
  public TriageView decide(DecideSuggestion command) {
    return triage.decide(command, pyramid.actor(CallContext.current()));
  }

  /**
   * Says whether what product and issue suggest is right; the case stays as it is.
   *
   * @throws HeyiException as {@link #decide}
   */
  @Command(value = "triage.decide-hint", by = COMPLAINT_HANDLER)
  public TriageView decide(DecideHint command) {
    return triage.decide(command, pyramid.actor(CallContext.current()));
  }

  /**
   * Learns anew from the closed cases, in a job of its own.
   *
   * @throws HeyiException {@link ComplaintError#TRAINING_RUNS}
   */
  @Command(value = "triage.train", by = HEAD_OFFICE_ADMIN)
  public TriageRunView train() {
    return runs.queue(CallContext.current().user());
  }

  /**
   * Triages many cases, in a job of its own: writes beside each what its words or its facets
   * suggest, and changes no case.
   *
   * @throws HeyiException {@link ComplaintError#BATCH_RUNS}
   */
  @Command(value = "triage.batch", by = HEAD_OFFICE_ADMIN)
  public TriageBatchView triage(TriageCases command) {
    return batches.queue(command.scope(), CallContext.current().user());
  }

  /** The latest triages of many cases with how far they have come, the latest first. */
  @Query(
      value = "triage.batches",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<TriageBatchView> batches() {
    return batches.latest();
  }

  /** The latest trainings, the latest first. */
  @Query(
      value = "triage.runs",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<TriageRunView> runs() {
    return runs.latest();
  }

  /** The models, the newest first, each with its figures and how often people accepted it. */
  @Query(
      value = "triage.models",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<TriageModelView> models() {
    return runs.models();
  }

  /** How often people accepted what product and issue suggested, by what it was and rested on. */
  @Query(
      value = "triage.hints",
      by = {COMPLAINT_HANDLER, HEAD_OFFICE_ADMIN, AUDITOR})
  public List<TriageHintFigures> hints() {
    return runs.hints();
  }
}
