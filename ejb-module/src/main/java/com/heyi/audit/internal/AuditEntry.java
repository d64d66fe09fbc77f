package com.heyi.audit.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.heyi.audit.AuditEntryView;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.json.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One row of the trail as it is read; {@link PendingRows} writes. */
@Entity
@Immutable
@Table(schema = "audit", name = "entry")
public class AuditEntry {
  private static final Type CHANGES = new TypeReference<List<Change>>() {}.getType();

  @Id private UUID id;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  private String who;
  private String roles;
  private String branch;
  private String address;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Column(name = "request_id")
  private String requestId;

  private String module;
  private String action;
  private String target;
  private String reason;
  private boolean change;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Column(name = "error_code")
  private String errorCode;

  @JdbcTypeCode(SqlTypes.JSON)
  private String changes;

  private UUID approval;
  private Long revision;
  private short lane;
  private long seq;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 64)
  private String hash;

  protected AuditEntry() {}

  /** The row as others may see it. */
  @SuppressWarnings("unchecked")
  public AuditEntryView view() {
    return new AuditEntryView(
        id,
        recordedAt,
        who,
        roles,
        branch,
        address,
        channel,
        requestId,
        module,
        action,
        target,
        reason,
        change,
        outcome,
        errorCode,
        changes == null ? List.of() : (List<Change>) Json.read(changes, CHANGES),
        approval,
        revision,
        lane,
        seq,
        hash);
  }
}
