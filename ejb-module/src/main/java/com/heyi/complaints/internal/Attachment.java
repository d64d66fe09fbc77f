package com.heyi.complaints.internal;

import com.heyi.complaints.AttachFile;
import com.heyi.complaints.AttachmentView;
import com.heyi.complaints.FileType;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A file that belongs to a complaint. Written once; the database notes in it that it is gone. */
@Entity
@Immutable
@Table(schema = "complaints", name = "attachment")
public class Attachment {
  @Id private UUID id;

  @Column(name = "complaint_id")
  private UUID complaintId;

  @Column(name = "file_name")
  private String fileName;

  @Enumerated(EnumType.STRING)
  private FileType type;

  private long bytes;

  @Column(name = "stored_file")
  private String storedFile;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 64)
  private String sha256;

  private boolean scanned;

  @Column(name = "added_by")
  private String addedBy;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "removed_at")
  private Instant removedAt;

  protected Attachment() {}

  Attachment(AttachFile command, FileType type, boolean scanned, String addedBy, Instant now) {
    this.id = Ids.next();
    this.complaintId = command.complaintId();
    this.fileName = command.fileName();
    this.type = type;
    this.bytes = command.upload().bytes();
    this.storedFile = command.upload().storedFile();
    this.sha256 = command.upload().sha256();
    this.scanned = scanned;
    this.addedBy = addedBy;
    this.addedAt = now;
  }

  UUID complaintId() {
    return complaintId;
  }

  /** Where it lies; empty when it was removed. */
  Optional<String> storedFile() {
    return Optional.ofNullable(storedFile);
  }

  AttachmentView view() {
    return new AttachmentView(
        id, fileName, type, bytes, sha256, scanned, addedBy, addedAt, removedAt);
  }
}
