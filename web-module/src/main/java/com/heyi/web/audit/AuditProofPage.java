package com.heyi.web.audit;

import com.heyi.audit.AuditFacade;
import com.heyi.audit.ProofView;
import com.heyi.audit.VerificationView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;

/** How far the trail is proved, for the panel above the trail. */
@Named
@RequestScoped
public class AuditProofPage {
  private static final Duration STALE = Duration.ofHours(3);

  @Inject private AuditFacade audit;
  @Inject private Clock clock;
  private ProofView proof;

  /** Has the chain replayed from its beginning. */
  public void verify() {
    audit.verifyNow();
    refresh();
  }

  /** Reads it anew. */
  public void refresh() {
    proof = audit.proof();
  }

  public ProofView getProof() {
    if (proof == null) {
      refresh();
    }
    return proof;
  }

  /** In one word: running, never, broken, stale or sound. */
  public String getState() {
    VerificationView last = getProof().last();
    if (proof.verifying()) {
      return "running";
    }
    if (last == null) {
      return "never";
    }
    if (!last.sound()) {
      return "broken";
    }
    return last.endedAt().isBefore(clock.instant().minus(STALE)) ? "stale" : "sound";
  }

  /** The colour that goes with the word. */
  public String getTone() {
    return switch (getState()) {
      case "sound" -> "good";
      case "running" -> "busy";
      case "broken" -> "bad";
      default -> "warn";
    };
  }
}
