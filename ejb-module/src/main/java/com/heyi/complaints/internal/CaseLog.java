package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.Interest;
import com.heyi.complaints.NameStaff;
import com.heyi.complaints.StaffPart;
import com.heyi.complaints.StepView;
import com.heyi.shared.value.AccountName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of a complaint, and what they tell that is kept nowhere else.
 *
 * @param steps in the order in which they were taken, one at least
 */
record CaseLog(List<StepTaken> steps) {
  private static final String ACCOUNT = "account";
  private static final String PART = "part";

  /** How the step tells who is named, so that {@link #interests} finds him. */
  static StepDetail told(NameStaff command) {
    return StepDetail.of(ACCOUNT, AccountName.of(command.account()))
        .with(PART, command.part())
        .with("note", command.note());
  }

  /** The step that brought the complaint where it stands. */
  ComplaintStep lastStep() {
    return last().step();
  }

  /** When it was brought there. */
  Instant lastTakenAt() {
    return last().takenAt();
  }

  /** What was said at the latest step in this field. */
  Optional<String> lastSaid(String field) {
    return Optional.ofNullable(last().said(field));
  }

  private StepTaken last() {
    return steps.get(steps.size() - 1);
  }

  /**
   * Whether it was taken over from a body outside, which tells the complainant itself. One that
   * such a body passed on and that was recorded here is the bank's own to answer.
   */
  boolean isOutsides() {
    return steps.get(0).step() == ComplaintStep.IMPORT;
  }

  /** Whether somebody was ever held to account. */
  boolean hasHeldToAccount() {
    return steps.stream().anyMatch(step -> step.step() == ComplaintStep.HOLD_TO_ACCOUNT);
  }

  /** Whether somebody was held to account since the latest answer. */
  boolean hasHeldToAccountSinceTheAnswer() {
    boolean held = false;
    for (StepTaken step : steps) {
      if (step.step() == ComplaintStep.FEED_BACK) {
        held = false;
      } else if (step.step() == ComplaintStep.HOLD_TO_ACCOUNT) {
        held = true;
      }
    }
    return held;
  }

  /** Whether money or points were given and not all of it taken back. */
  boolean hasGivenSomething() {
    int given = 0;
    for (StepTaken step : steps) {
      if (step.step() == ComplaintStep.COMPENSATE) {
        given++;
      } else if (step.step() == ComplaintStep.TAKE_BACK) {
        given--;
      }
    }
    return given > 0;
  }

  /** Whether this account took a step that only who is in charge takes. */
  boolean hasBroughtOn(String account) {
    return steps.stream()
        .filter(step -> WhoMayTakeAStep.partIn(step.step()) == WhoMayTakeAStep.Part.IN_CHARGE)
        .anyMatch(step -> AccountName.of(step.who()).equals(AccountName.of(account)));
  }

  /** When the bank waited for the complainant; a waiting that lasts is left out. */
  List<Standstill> standstills() {
    List<Standstill> all = new ArrayList<>();
    Instant since = null;
    for (StepTaken step : steps) {
      if (step.step() == ComplaintStep.PAUSE) {
        since = step.takenAt();
      } else if (step.step() == ComplaintStep.RESUME && since != null) {
        all.add(new Standstill(since, step.takenAt()));
        since = null;
      }
    }
    return all;
  }

  /**
   * Who may not handle it.
   *
   * @param branch the branch that it is about, or null
   */
  WhoHasAnInterestDoesNotHandle interests(String branch) {
    Map<String, Interest> named = new HashMap<>();
    Set<String> decided = new HashSet<>();
    Set<String> reviewed = new HashSet<>();
    for (StepTaken step : steps) {
      switch (step.step()) {
        case NAME_STAFF ->
            // An erasure takes away who was named with all that was said.
            Optional.ofNullable(step.said(ACCOUNT))
                .map(AccountName::of)
                .ifPresent(account -> named.put(account, interest(step)));
        case HANDLE, FEED_BACK -> decided.add(AccountName.of(step.who()));
        case REVIEW -> reviewed.addAll(decided);
        default -> {
          // Nothing else makes anybody interested.
        }
      }
    }
    return new WhoHasAnInterestDoesNotHandle(branch, named, reviewed);
  }

  private static Interest interest(StepTaken named) {
    return StaffPart.SOLD.name().equals(named.said(PART)) ? Interest.OWN_SALE : Interest.NAMED;
  }

  List<StepView> views() {
    return steps.stream().map(StepTaken::view).toList();
  }
}
