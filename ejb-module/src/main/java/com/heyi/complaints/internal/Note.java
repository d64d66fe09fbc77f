package com.heyi.complaints.internal;

import com.heyi.complaints.NoteView;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What a colleague noted about a case. Written once. */
@Entity
@Immutable
@Table(schema = "complaints", name = "note")
public class Note {
  @Id private UUID id;

  @Column(name = "complaint_id")
  private UUID complaintId;

  private String words;

  @Column(name = "written_by")
  private String writtenBy;

  private String author;

  @Column(name = "written_at")
  private Instant writtenAt;

  protected Note() {}

  Note(UUID complaintId, String words, Actor actor) {
    this.id = Ids.next();
    this.complaintId = complaintId;
    this.words = words;
    this.writtenBy = actor.user();
    this.author = actor.name();
    this.writtenAt = actor.now();
  }

  NoteView view() {
    return new NoteView(id, words, author, writtenAt);
  }
}
