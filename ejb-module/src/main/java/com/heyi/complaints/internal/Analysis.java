package com.heyi.complaints.internal;

import com.heyi.complaints.AnalyseComplaint;
import com.heyi.complaints.ComplaintCause;
import com.heyi.shared.facade.Personal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What the analysis found: what happened, why, and which department is responsible. */
@Embeddable
class Analysis {
  @Enumerated(EnumType.STRING)
  private ComplaintCause cause;

  private String business;
  private String department;
  @Personal private String finding;

  /** Not analysed yet. */
  protected Analysis() {}

  Analysis(AnalyseComplaint command) {
    this.cause = command.cause();
    this.business = command.business();
    this.department = command.department();
    this.finding = command.finding();
  }

  /** It as the step tells it. */
  StepDetail told() {
    return StepDetail.of("cause", cause)
        .with("business", business)
        .with("department", department)
        .with("finding", finding);
  }

  ComplaintCause cause() {
    return cause;
  }

  String business() {
    return business;
  }

  String department() {
    return department;
  }

  String finding() {
    return finding;
  }
}
