package com.heyi.web.complaints;

import com.heyi.complaints.ComplaintView;
import com.heyi.complaints.DecideHint;
import com.heyi.complaints.DecideSuggestion;
import com.heyi.complaints.TriageBatchView;
import com.heyi.complaints.TriageCases;
import com.heyi.complaints.TriageFacade;
import com.heyi.complaints.TriageHint;
import com.heyi.complaints.TriageHintFigures;
import com.heyi.complaints.TriageModelView;
import com.heyi.complaints.TriageRunView;
import com.heyi.complaints.TriageScope;
import com.heyi.complaints.TriageTarget;
import com.heyi.complaints.TriageView;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** What was learned, how good it is, and how it suggests on the page of a case. */
@PageAt(value = "/complaints/triage.xhtml", facade = TriageFacade.class, needs = "models")
@Named
@ViewScoped
public class TriagePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TriageFacade triage;

  private final FormKey key = new FormKey();
  private transient List<TriageModelView> models;
  private transient List<TriageHintFigures> hints;
  private transient List<TriageRunView> runs;
  private transient List<TriageBatchView> batches;
  private TriageScope scope = TriageScope.OPEN;
  private transient TriageView suggested;

  /** Reads models and trainings. */
  public void open() {
    models = triage.models();
    hints = triage.hints();
    runs = triage.runs();
    batches = triage.batches();
  }

  /** Looks how far the batch has come. */
  public void refresh() {
    batches = triage.batches();
  }

  /** Triages the cases of the scope that was chosen. */
  public String triageCases() {
    return Commands.run(key, () -> triage.triage(new TriageCases(scope)))
        .map(batch -> Go.saying("page.triage.batch.queued").to("/complaints/triage"))
        .orElse(Go.STAY);
  }

  /** Whether a batch is at work, so that the page looks again by itself. */
  public boolean isBatchRunning() {
    return getBatches().stream().anyMatch(batch -> batch.finishedAt() == null);
  }

  /** A hint's label in the caller's language. */
  public String label(TriageHint hint, String label) {
    String type =
        switch (hint) {
          case CAUSE -> "ComplaintCause";
          case SEVERITY -> "Complexity";
          case RESOLUTION -> "Resolution";
        };
    return Texts.get(CallContext.current().locale(), "enum." + type + "." + label);
  }

  /** Learns anew. */
  public String train() {
    return Commands.run(key, triage::train)
        .map(run -> Go.saying("page.triage.queued").to("/complaints/triage"))
        .orElse(Go.STAY);
  }

  /** Whether suggestions are shown to the caller. */
  public boolean isShown() {
    return CallContext.current().has(Role.COMPLAINT_HANDLER)
        || CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
        || CallContext.current().has(Role.AUDITOR);
  }

  /** Whether the caller decides on suggestions. */
  public boolean isDeciding() {
    return CallContext.current().has(Role.COMPLAINT_HANDLER);
  }

  public boolean isTrainable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  /** What the words of this case suggest. */
  public TriageView of(ComplaintView complaint) {
    if (suggested == null || !suggested.complaintId().equals(complaint.id())) {
      suggested = triage.suggest(complaint.id());
    }
    return suggested;
  }

  /** Accepts or turns down a suggestion. */
  public String decide(ComplaintView complaint, TriageTarget target, boolean accepted) {
    DecideSuggestion command =
        new DecideSuggestion(complaint.id(), complaint.version(), target, accepted);
    return Commands.run(key, () -> triage.decide(command))
        .map(done -> Go.saying("page.triage.decided").again("id", done.complaintId()))
        .orElse(Go.STAY);
  }

  /** Says whether what product and issue suggest is right. */
  public String decideHint(ComplaintView complaint, TriageHint hint, boolean accepted) {
    DecideHint command = new DecideHint(complaint.id(), complaint.version(), hint, accepted);
    return Commands.run(key, () -> triage.decide(command))
        .map(done -> Go.saying("page.triage.decided").again("id", done.complaintId()))
        .orElse(Go.STAY);
  }

  /** A label in the caller's language: causes and complexities have texts, products are names. */
  public String label(TriageTarget target, String label) {
    Locale locale = CallContext.current().locale();
    return switch (target) {
      case CAUSE -> Texts.get(locale, "enum.ComplaintCause." + label);
      case SEVERITY -> Texts.get(locale, "enum.Complexity." + label);
      default -> label;
    };
  }

  /** Thousandths as a percentage. */
  public String percent(int permille) {
    return permille / 10 + "." + permille % 10 + " %";
  }

  public List<TriageModelView> getModels() {
    if (models == null) {
      open();
    }
    return models;
  }

  /** What people made of suggestions by product and issue. */
  public List<TriageHintFigures> getHints() {
    if (hints == null) {
      open();
    }
    return hints;
  }

  public List<TriageRunView> getRuns() {
    if (runs == null) {
      open();
    }
    return runs;
  }

  public List<TriageBatchView> getBatches() {
    if (batches == null) {
      open();
    }
    return batches;
  }

  public TriageScope[] getScopes() {
    return TriageScope.values();
  }

  public TriageScope getScope() {
    return scope;
  }

  public void setScope(TriageScope scope) {
    this.scope = scope;
  }

  public FormKey getKey() {
    return key;
  }
}
