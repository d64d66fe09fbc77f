package com.heyi.mall.internal;

import com.heyi.mall.ReviewStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A review as lists sort and filter it. Reviews are written by {@link Reviews}. */
@Entity
@Immutable
@Table(schema = "mall", name = "review")
public class ReviewRow {
  @Id private UUID id;

  @Column(name = "item_id")
  private UUID itemId;

  @Enumerated(EnumType.STRING)
  private ReviewStatus status;

  private int stars;

  @Column(name = "written_at")
  private Instant writtenAt;

  protected ReviewRow() {}

  UUID id() {
    return id;
  }
}
