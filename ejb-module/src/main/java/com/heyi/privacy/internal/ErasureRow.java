package com.heyi.privacy.internal;

import com.heyi.privacy.ErasureView;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An erasure that was done. Written once by {@link Erasing}; the database refuses all else. */
@Entity
@Immutable
@Table(schema = "privacy", name = "erasure")
public class ErasureRow {
  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  private String reason;

  @Column(name = "erased_by")
  private String erasedBy;

  @Column(name = "erased_at")
  private Instant erasedAt;

  @ElementCollection
  @CollectionTable(
      schema = "privacy",
      name = "erased_records",
      joinColumns = @JoinColumn(name = "erasure_id"))
  @MapKeyColumn(name = "holder")
  @Column(name = "records")
  private Map<String, Long> records = new TreeMap<>();

  protected ErasureRow() {}

  ErasureView view() {
    return new ErasureView(id, customerId, reason, erasedBy, erasedAt, new TreeMap<>(records));
  }
}
