package com.heyi.complaints.internal;

import com.heyi.complaints.Complexity;
import com.heyi.complaints.RecordComplaint;
import com.heyi.complaints.TriageTarget;
import com.heyi.shared.facade.Personal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;

/** What a complaint is about: what was said, how it is classed, and how involved it is. */
@Embeddable
class Matter {
  @Personal private String narrative;
  private String product;

  @Column(name = "sub_product", updatable = false)
  private String subProduct;

  private String issue;

  @Column(name = "sub_issue", updatable = false)
  private String subIssue;

  @Enumerated(EnumType.STRING)
  private Complexity complexity;

  protected Matter() {}

  private Matter(
      String narrative,
      String product,
      String subProduct,
      String issue,
      String subIssue,
      Complexity complexity) {
    this.narrative = narrative;
    this.product = product;
    this.subProduct = subProduct;
    this.issue = issue;
    this.subIssue = subIssue;
    this.complexity = complexity;
  }

  /** As it is said; simple until somebody says otherwise. */
  static Matter of(RecordComplaint command) {
    return new Matter(
        command.narrative(),
        command.product(),
        command.subProduct(),
        command.issue(),
        command.subIssue(),
        Objects.requireNonNullElse(command.complexity(), Complexity.SIMPLE));
  }

  static Matter of(OutsideCase outside) {
    return new Matter(
        outside.narrative(),
        outside.product(),
        outside.subProduct(),
        outside.issue(),
        outside.subIssue(),
        Complexity.SIMPLE);
  }

  /** The same, found this involved. */
  Matter being(Complexity found) {
    return new Matter(narrative, product, subProduct, issue, subIssue, found);
  }

  /** The same with an account, if there was none. */
  Matter toldAs(String account) {
    return narrative == null
        ? new Matter(account, product, subProduct, issue, subIssue, complexity)
        : this;
  }

  /** The same classed as its words suggested, where a product or an issue was suggested. */
  Matter classed(TriageTarget target, String label) {
    return switch (target) {
      case PRODUCT -> new Matter(narrative, label, subProduct, issue, subIssue, complexity);
      case ISSUE -> new Matter(narrative, product, subProduct, label, subIssue, complexity);
      default -> this;
    };
  }

  /** The language that the account is written in, as a tag; Chinese when nothing is written. */
  String language() {
    return narrative != null && narrative.codePoints().noneMatch(Character::isIdeographic)
        ? "en"
        : "zh";
  }

  String narrative() {
    return narrative;
  }

  String product() {
    return product;
  }

  String subProduct() {
    return subProduct;
  }

  String issue() {
    return issue;
  }

  String subIssue() {
    return subIssue;
  }

  Complexity complexity() {
    return complexity;
  }
}
