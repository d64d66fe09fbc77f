package com.heyi.audit.internal;

import com.heyi.audit.SavedSearchView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A search that an auditor keeps on his own desk. */
@Entity
@WithoutHistory("An auditor's own note; its changes are rows of the trail")
@Table(schema = "audit", name = "saved_search")
public class SavedSearch {
  @Id private UUID id;

  @Column(updatable = false)
  private String owner;

  private String name;

  @Column(updatable = false)
  private String query;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Version private long version;

  protected SavedSearch() {}

  SavedSearch(String owner, String name, String query, Instant now) {
    this.id = Ids.next();
    this.owner = owner;
    this.name = name;
    this.query = query;
    this.createdAt = now;
  }

  void rename(String newName) {
    name = newName;
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED} when it is no longer as the caller saw
   *     it
   */
  void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  boolean belongsTo(String user) {
    return owner.equals(user);
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  SavedSearchView view() {
    return new SavedSearchView(id, version, name, query, createdAt);
  }
}
