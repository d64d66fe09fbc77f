package com.heyi.complaints.internal;

import com.heyi.complaints.CaseFileView;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.StepView;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was said at a step among those who handle cases and those who oversee them: who is named in
 * it, and why it went from hand to hand. Branches and counters see that the step was taken. And of
 * what lies beside a case they see what the complainant raised.
 */
public final class WhatTheDeskKeepsToItself {
  private static final Set<Role> OF_THE_DESK =
      Set.of(Role.COMPLAINT_HANDLER, Role.HEAD_OFFICE_ADMIN, Role.AUDITOR);

  private static final Map<ComplaintStep, Set<String>> KEPT =
      new EnumMap<>(
          Map.of(
              ComplaintStep.ACCEPT, Set.of("note", "insteadOf"),
              ComplaintStep.ASSIGN, Set.of("reason", "insteadOf"),
              ComplaintStep.NAME_STAFF, Set.of("account", "part", "note"),
              ComplaintStep.ESCALATE, Set.of("reason"),
              ComplaintStep.HOLD_TO_ACCOUNT, Set.of("department", "accountability")));

  private WhatTheDeskKeepsToItself() {}

  /** The steps as this caller may see them. */
  static List<StepView> seenBy(Caller caller, List<StepView> steps) {
    return isOfTheDesk(caller)
        ? steps
        : steps.stream().map(WhatTheDeskKeepsToItself::withoutKept).toList();
  }

  /** What lies beside a case as this caller may see it. */
  public static CaseFileView seenBy(Caller caller, CaseFileView file) {
    return isOfTheDesk(caller)
        ? file
        : new CaseFileView(
            file.complaintId(), file.points(), List.of(), List.of(), List.of(), List.of());
  }

  private static boolean isOfTheDesk(Caller caller) {
    return caller.roles().stream().anyMatch(OF_THE_DESK::contains);
  }

  private static StepView withoutKept(StepView step) {
    Map<String, String> detail = new LinkedHashMap<>(step.detail());
    KEPT.getOrDefault(step.step(), Set.of()).forEach(detail::remove);
    return new StepView(
        step.seq(),
        step.step(),
        step.from(),
        step.to(),
        step.takenAt(),
        step.who(),
        step.whoName(),
        step.roles(),
        step.branch(),
        detail);
  }
}
