package com.heyi.learning.internal;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.CaseRef;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.learning.LearningError;
import com.heyi.learning.SurveyView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.type.SqlTypes;

/** How it was for a complainant. Asked at each closing, answered once. */
@Entity
@Audited
@Table(schema = "learning", name = "survey")
public class Survey {
  @Id private UUID id;
  @Version private int version;

  @Column(name = "complaint_id", updatable = false)
  private UUID complaintId;

  @Column(updatable = false)
  private String number;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(updatable = false)
  private String branch;

  @Column(updatable = false)
  private String product;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ComplaintChannel channel;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private AuthorityLevel level;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ComplaintCause cause;

  @Column(updatable = false)
  private String business;

  @Personal
  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(name = "token_hash", length = 64, updatable = false)
  private String tokenHash;

  @Column(name = "asked_at", updatable = false)
  private Instant askedAt;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt;

  /** Whether the question was handed over to him, or he answered, by whichever way. */
  private boolean reached;

  private Integer satisfaction;
  private Integer effort;
  @Personal private String remark;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "entered_by")
  private String enteredBy;

  protected Survey() {}

  Survey(CaseRef about, String tokenHash, Instant now, Instant expiresAt) {
    this.id = Ids.next();
    this.complaintId = about.id();
    this.number = about.number();
    this.customerId = about.customerId();
    this.branch = about.branch();
    this.product = about.product();
    this.channel = about.channel();
    this.level = about.level();
    this.cause = about.cause();
    this.business = about.business();
    this.tokenHash = tokenHash;
    this.askedAt = now;
    this.expiresAt = expiresAt;
  }

  /**
   * Takes the answer, by the link or from somebody of the staff.
   *
   * @param who account name of who took it down, or null for the link, which holds for a time
   */
  void answer(int satisfied, int easy, String words, String who, Instant now) {
    if (answeredAt != null) {
      throw new HeyiException(LearningError.SURVEY_ANSWERED);
    }
    if (who == null && !now.isBefore(expiresAt)) {
      throw new HeyiException(LearningError.SURVEY_EXPIRED);
    }
    reached = true;
    satisfaction = satisfied;
    effort = easy;
    remark = words == null || words.isBlank() ? null : words.strip();
    enteredBy = who;
    answeredAt = now;
  }

  /** The question was handed over to the app, the mail server or the gateway. */
  void handedOver() {
    reached = true;
  }

  UUID id() {
    return id;
  }

  UUID customerId() {
    return customerId;
  }

  SurveyView view() {
    return new SurveyView(
        id,
        complaintId,
        number,
        customerId,
        branch,
        product,
        channel,
        level,
        askedAt,
        expiresAt,
        reached,
        satisfaction,
        effort,
        remark,
        answeredAt,
        enteredBy);
  }
}
