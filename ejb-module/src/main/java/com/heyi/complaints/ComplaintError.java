package com.heyi.complaints;

import com.heyi.shared.error.ErrorCode;

/** What the complaints desk refuses. */
public enum ComplaintError implements ErrorCode {
  /** The step is not possible now. Arguments: step, status, the steps that are possible. */
  WRONG_STEP("complaint.wrong-step", Kind.RULE),
  /** Somebody else is in charge. Argument: his name. */
  NOT_IN_CHARGE("complaint.not-in-charge", Kind.FORBIDDEN),
  /** Neither a customer nor a contact is given, so nobody could be answered. */
  NO_CONTACT("complaint.no-contact", Kind.INVALID),
  /** It was received later than now. */
  RECEIVED_LATER("complaint.received-later", Kind.INVALID),
  /** There is no such customer. Argument: what was given. */
  CUSTOMER_UNKNOWN("complaint.customer-unknown", Kind.RULE),
  /** The outside number is recorded already. Arguments: body, its number, our number. */
  EXTERNAL_DUPLICATE("complaint.external-duplicate", Kind.CONFLICT),
  /** A body's name without its number, or the other way round. */
  EXTERNAL_INCOMPLETE("complaint.external-incomplete", Kind.INVALID),
  /** The rules give no further days for this case. */
  NO_EXTENSION("complaint.no-extension", Kind.RULE),
  /** The further days are granted already. Argument: the last day now. */
  EXTENDED_ALREADY("complaint.extended-already", Kind.RULE),
  /** The deadline has passed: it can't be extended any more. Argument: the last day. */
  EXTENDED_LATE("complaint.extended-late", Kind.RULE),
  /** Somebody may not handle a case in which he has an interest. Arguments: his name, which. */
  INTEREST("complaint.interest", Kind.FORBIDDEN),
  /** The case needs a higher level. Arguments: name, his level, the level needed. */
  LEVEL_TOO_LOW("complaint.level-too-low", Kind.FORBIDDEN),
  /** A remedy is not this level's to give. Arguments: the remedy, the level. */
  BEYOND_AUTHORITY("complaint.beyond-authority", Kind.FORBIDDEN),
  /** More than this level may give in one case. Arguments: level, most, given already, wanted. */
  BEYOND_AMOUNT("complaint.beyond-amount", Kind.FORBIDDEN),
  /** A case is moved up only. Arguments: the level it has, the level wanted. */
  NOT_HIGHER("complaint.not-higher", Kind.RULE),
  /** A remark's status does not allow this. Argument: the status. */
  REMARK_STATUS("remark.status", Kind.RULE),
  /** Only praise names a member of the staff. */
  REMARK_STAFF("remark.staff", Kind.INVALID),
  /** The remark's words were erased, so that nothing can be made of it. */
  REMARK_TEXTS_GONE("remark.texts-gone", Kind.RULE),
  /** There is no level above. */
  TOP_LEVEL("complaint.top-level", Kind.RULE),
  /** He is away and nobody stands in for him. Arguments: name, last day. */
  HANDLER_AWAY("complaint.handler-away", Kind.RULE),
  /** Nobody of this name handles complaints. Argument: what was given. */
  HANDLER_UNKNOWN("complaint.handler-unknown", Kind.RULE),
  /**
   * He is at the desk, but was not given the role of those who handle complaints. Argument: name.
   */
  HANDLER_WITHOUT_ROLE("complaint.handler-without-role", Kind.RULE),
  /** He does not work at the desk any more. Argument: name. */
  HANDLER_LEFT("complaint.handler-left", Kind.RULE),
  /** What is given is given to a customer; the complainant is none. */
  NO_CUSTOMER("complaint.no-customer", Kind.RULE),
  /** The account is not one of the customer's. Argument: its number. */
  NOT_HIS_ACCOUNT("complaint.not-his-account", Kind.RULE),
  /** Money is more than nothing, and in CNY. */
  REDRESS_AMOUNT("complaint.redress-amount", Kind.INVALID),
  /** Only compensation and ex gratia are given in money or points. */
  REDRESS_REMEDY("complaint.redress-remedy", Kind.INVALID),
  /** It is taken back already. */
  REDRESS_TAKEN_BACK("complaint.redress-taken-back", Kind.CONFLICT),
  /** Nothing is taken down yet of what the complainant raises, so no answer can address it. */
  POINTS_NONE("complaint.points-none", Kind.RULE),
  /** The answer leaves out points that were raised. Argument: how many. */
  POINTS_OPEN("complaint.points-open", Kind.RULE),
  /** The answer was contested or the case taken up again, and no point has a reply since. */
  POINTS_CONTESTED("complaint.points-contested", Kind.RULE),
  /** Relief was given, and nobody has said who answers for what went wrong. */
  NOT_ACCOUNTED("complaint.not-accounted", Kind.RULE),
  /** A review is asked for within so many days. Argument: the last day. */
  REVIEW_LATE("complaint.review-late", Kind.RULE),
  /** The texts of the case were erased, so nobody could work on it. */
  TEXTS_GONE("complaint.texts-gone", Kind.RULE),
  /** The deadline has passed: waiting does not mend it. Argument: the last day. */
  PAUSED_LATE("complaint.paused-late", Kind.RULE),
  /** How involved a case is settles its deadline, so not after that. Argument: the last day. */
  COMPLEX_LATE("complaint.complex-late", Kind.RULE),
  /** The task is done already. */
  TASK_DONE("complaint.task-done", Kind.CONFLICT),
  /** A call ends with its outcome, what was asked with its answer. Argument: the task's kind. */
  TASK_KIND("complaint.task-kind", Kind.RULE),
  /** The task is somebody's, and not the caller's to end. Argument: his account name. */
  TASK_OF_ANOTHER("complaint.task-of-another", Kind.RULE),
  /** The task is a branch's, and the caller is not of it. Argument: its code. */
  TASK_OF_BRANCH("complaint.task-of-branch", Kind.RULE),
  /** A call is promised for a time that is still to come. */
  CALL_PAST("complaint.call-past", Kind.INVALID),
  /** Who was reached is not tried again. */
  CALL_REACHED("complaint.call-reached", Kind.INVALID),
  /** The case is over; it is opened again first. */
  CASE_OVER("complaint.case-over", Kind.RULE),
  /** There is nothing to write in a letter before it is decided what the complainant gets. */
  LETTER_EARLY("complaint.letter-early", Kind.RULE),
  /** A task is due today or later. Argument: the day. */
  TASK_PAST("complaint.task-past", Kind.INVALID),
  /** A calendar is announced year by year, without a gap. Arguments: the first and last year. */
  CALENDAR_YEAR("complaint.calendar-year", Kind.INVALID),
  /** A day is of another year than announced. Arguments: the day, the year. */
  CALENDAR_DAY_YEAR("complaint.calendar-day-year", Kind.INVALID),
  /** A day stands twice. Argument: the day. */
  CALENDAR_DAY_TWICE("complaint.calendar-day-twice", Kind.INVALID),
  /** Only a Saturday or Sunday is made up for. Argument: the day. */
  CALENDAR_DAY_WORKED("complaint.calendar-day-worked", Kind.INVALID),
  /** A line is no day with what it is for. Arguments: the line's number, the line. */
  CALENDAR_LINE("complaint.calendar-line", Kind.INVALID),
  /** An absence has a first and a last day, in this order. */
  ABSENCE("complaint.absence", Kind.INVALID),
  /** Nobody stands in for himself. */
  SUBSTITUTE("complaint.substitute", Kind.INVALID),
  /** This remedy has amounts, or has none. */
  AUTHORITY_AMOUNT("complaint.authority-amount", Kind.INVALID),
  /** A customer is not erased while complaints are open. Argument: how many. */
  ERASURE_OPEN_COMPLAINTS("erasure.open-complaints", Kind.RULE),
  /** Nor while the law wants his last complaint kept. Argument: the first day it may go. */
  ERASURE_COMPLAINTS_TOO_YOUNG("erasure.complaints-too-young", Kind.RULE),
  /** This way of resolving is only for cases closed elsewhere. */
  RESOLUTION_NOT_STATED("complaint.resolution-not-stated", Kind.INVALID),
  /** Nothing was learned yet for this, or the words are unknown. Argument: for what. */
  NO_SUGGESTION("triage.no-suggestion", Kind.RULE),
  /** Somebody decided on this suggestion already. Argument: for what. */
  SUGGESTION_DECIDED("triage.decided", Kind.CONFLICT),
  /** A case that is closed is not triaged. Argument: its number. */
  TRIAGE_CLOSED("triage.closed", Kind.RULE),
  /** A training is under way. */
  TRAINING_RUNS("triage.training-runs", Kind.CONFLICT),
  /** A triage of many cases is under way. */
  BATCH_RUNS("triage.batch-runs", Kind.CONFLICT),
  /** He speaks for the complainant no more. */
  PARTY_OVER("complaint.party-over", Kind.CONFLICT),
  /** The heir is told already. */
  PARTY_TOLD("complaint.party-told", Kind.CONFLICT),
  /** Only an heir is told, whose telephone or e-mail address can be read. */
  PARTY_NOT_REACHED("complaint.party-not-reached", Kind.RULE),
  /** Somebody else has an heir told than who named him. */
  PARTY_NAMED_BY_HIMSELF("complaint.party-named-by-himself", Kind.RULE),
  /** It is joined to another already. Argument: its number. */
  JOINED_ALREADY("complaint.joined-already", Kind.CONFLICT),
  /** Only cases of the same customer are one matter. */
  JOIN_OTHER_CUSTOMER("complaint.join-other-customer", Kind.RULE),
  /** A closed case, or one that is joined itself, takes no other. Argument: its number. */
  JOIN_MAIN_CLOSED("complaint.join-main-closed", Kind.RULE),
  /** The case that goes on came in later. Arguments: the joined case, the one that should go on. */
  JOIN_LATER("complaint.join-later", Kind.RULE),
  /**
   * A deadline of the joined case has passed, which stays in the figures. Arguments: number, day.
   */
  JOIN_MISSED("complaint.join-missed", Kind.RULE),
  /** The case that goes on owes no answer by then. Arguments: number, its last day, the other. */
  JOIN_DEADLINE("complaint.join-deadline", Kind.RULE),
  /** A group speaks through at most so many. Argument: how many. */
  TOO_MANY_REPRESENTATIVES("complaint.too-many-representatives", Kind.RULE),
  /** Nobody speaks for the complainant as this. Argument: as what. */
  NOT_SPOKEN_FOR("complaint.not-spoken-for", Kind.RULE),
  /** Its content is none of the kinds taken. Argument: the kinds. */
  FILE_TYPE("complaint.file-type", Kind.INVALID),
  /** It is too large. Argument: the most bytes. */
  FILE_SIZE("complaint.file-size", Kind.TOO_LARGE),
  /** Argument: the most. */
  TOO_MANY_FILES("complaint.too-many-files", Kind.RULE),
  /** The scanner found something in it. */
  FILE_INFECTED("complaint.file-infected", Kind.RULE),
  /** The scanner does not answer, so nothing is taken. */
  FILE_NOT_SCANNED("complaint.file-not-scanned", Kind.RULE),
  /** The file is gone: removed with the person or its time. */
  FILE_GONE("complaint.file-gone", Kind.NOT_FOUND),
  /** A report's period ends before it begins. Arguments: first day, last day. */
  REPORT_PERIOD("report.period", Kind.INVALID),
  /** A report's period is too long. Argument: days that it has at most. */
  REPORT_TOO_LONG("report.too-long", Kind.INVALID),
  /** A quarter is reported when it is over. Argument: the quarter. */
  QUARTER_NOT_OVER("return.quarter-not-over", Kind.RULE),
  /**
   * A correction says why; the first return of a quarter corrects nothing. Arguments: the quarter,
   * the version that was submitted last, or 0.
   */
  RETURN_REASON("return.reason", Kind.RULE),
  /** It was submitted already. Argument: the quarter. */
  RETURN_SUBMITTED("return.submitted", Kind.CONFLICT),
  /** Another of the same version was submitted since. Arguments: the quarter, the version. */
  RETURN_OVERTAKEN("return.overtaken", Kind.CONFLICT),
  /** Other figures were looked at than these. Argument: the hash of these. */
  RETURN_HASH("return.hash", Kind.CONFLICT);

  private final String code;
  private final Kind kind;

  ComplaintError(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
