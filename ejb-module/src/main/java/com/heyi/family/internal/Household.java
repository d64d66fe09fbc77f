package com.heyi.family.internal;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/** A family that keeps house together. Its version moves whenever somebody joins or leaves. */
@Entity
@Audited
@Table(schema = "family", name = "household")
public class Household {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  @NotAudited
  private String name;

  @Column(name = "founded_at", updatable = false)
  private Instant foundedAt;

  protected Household() {}

  static Household founded(String name, Instant now) {
    Household household = new Household();
    household.id = Ids.next();
    household.name = name;
    household.foundedAt = now;
    return household;
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  String name() {
    return name;
  }

  Instant foundedAt() {
    return foundedAt;
  }
}
