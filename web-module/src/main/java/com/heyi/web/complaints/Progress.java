package com.heyi.web.complaints;

import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.ComplaintView;
import com.heyi.complaints.StepView;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Formats;
import com.heyi.web.ui.Step;
import com.heyi.web.ui.Step.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A complaint's way as a bar: what is done, what is next, what lies ahead. */
final class Progress {
  private static final List<ComplaintStep> WAY =
      List.of(
          ComplaintStep.ACCEPT,
          ComplaintStep.ANALYSE,
          ComplaintStep.HANDLE,
          ComplaintStep.FEED_BACK,
          ComplaintStep.CLOSE);

  private final ComplaintView complaint;
  private final Formats formats;
  private final Locale locale;

  Progress(ComplaintView complaint, Formats formats, Locale locale) {
    this.complaint = complaint;
    this.formats = formats;
    this.locale = locale;
  }

  List<Step> steps() {
    List<Step> bar = new ArrayList<>();
    StepView first = complaint.steps().get(0);
    bar.add(done(first.step()));
    boolean brought = first.step() == ComplaintStep.IMPORT;
    int reached = reached();
    for (int i = 0; i < WAY.size(); i++) {
      ComplaintStep step = WAY.get(i);
      if (i < reached) {
        // What another body did before it brought the case is not known step by step, only its end.
        if (!brought || taken(step).isPresent()) {
          bar.add(done(step));
        } else if (step == ComplaintStep.CLOSE) {
          bar.add(new Step(Texts.of(locale, step), complaint.source(), State.DONE));
        }
      } else if (!brokenOff()) {
        bar.add(new Step(Texts.of(locale, step), null, i == reached ? State.CURRENT : State.AHEAD));
      }
    }
    if (brokenOff()) {
      bar.add(
          done(
              complaint.status() == ComplaintStatus.TURNED
                  ? ComplaintStep.TURN
                  : ComplaintStep.WITHDRAW));
    }
    return bar;
  }

  /** Whether it ended before its way did. */
  private boolean brokenOff() {
    return complaint.status() == ComplaintStatus.WITHDRAWN
        || complaint.status() == ComplaintStatus.TURNED;
  }

  /** How many steps of the way are done. */
  private int reached() {
    ComplaintStatus status = complaint.status();
    if (status == ComplaintStatus.WAITING) {
      return ComplaintStatus.ACCEPTED.ordinal();
    }
    if (!brokenOff()) {
      return status.ordinal();
    }
    StepView last = complaint.steps().get(complaint.steps().size() - 1);
    return last.from() == ComplaintStatus.WAITING
        ? ComplaintStatus.ACCEPTED.ordinal()
        : last.from().ordinal();
  }

  private Step done(ComplaintStep step) {
    String note =
        taken(step).map(view -> view.whoName() + " · " + formats.day(view.takenAt())).orElse(null);
    return new Step(Texts.of(locale, step), note, State.DONE);
  }

  private Optional<StepView> taken(ComplaintStep step) {
    return complaint.steps().stream()
        .filter(view -> view.step() == step)
        .reduce((earlier, later) -> later);
  }
}
