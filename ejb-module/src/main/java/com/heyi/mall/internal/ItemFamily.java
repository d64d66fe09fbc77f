package com.heyi.mall.internal;

import com.heyi.mall.SetFamily;
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
import java.util.List;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A thing that comes in variants, each of which is an item. */
@Entity
@Audited
@Table(schema = "mall", name = "item_family")
public class ItemFamily {
  @Id private UUID id;

  @Column(updatable = false)
  private String code;

  private String name;
  private String options;
  @Version private long version;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  protected ItemFamily() {}

  ItemFamily(SetFamily command, Instant now) {
    this.id = Ids.next();
    this.code = command.code();
    this.createdAt = now;
    describe(command);
  }

  /** Takes name and options. */
  void describe(SetFamily command) {
    name = command.name().strip();
    options = Options.text(command.options());
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED} when it has changed since
   */
  void requireVersion(long seen) {
    SeenVersion.require(seen, version);
  }

  UUID id() {
    return id;
  }

  String code() {
    return code;
  }

  String name() {
    return name;
  }

  long version() {
    return version;
  }

  List<String> options() {
    return Options.of(options);
  }
}
