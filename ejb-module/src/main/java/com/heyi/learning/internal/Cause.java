package com.heyi.learning.internal;

import com.heyi.learning.CauseView;
import com.heyi.learning.LearningError;
import com.heyi.learning.SetCause;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.SeenVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.hibernate.envers.Audited;

/** A node of the tree of root causes. It is retired, never deleted. */
@Entity
@Audited
@Table(schema = "learning", name = "cause")
public class Cause {
  @Id private String code;
  @Version private int version;
  private String parent;
  private String name;
  private String description;

  @Column(name = "retired_on")
  private LocalDate retiredOn;

  protected Cause() {}

  Cause(String code) {
    this.code = code;
  }

  /** Says it anew, below this node. */
  void set(SetCause command) {
    requireInUse();
    parent = command.parent();
    name = command.name().strip();
    description = command.description();
  }

  void retire(LocalDate today) {
    requireInUse();
    retiredOn = today;
  }

  /**
   * @throws HeyiException {@link LearningError#CAUSE_RETIRED}
   */
  final void requireInUse() {
    if (retiredOn != null) {
      throw new HeyiException(LearningError.CAUSE_RETIRED, code);
    }
  }

  void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  String code() {
    return code;
  }

  String parent() {
    return parent;
  }

  String name() {
    return name;
  }

  boolean isRetired() {
    return retiredOn != null;
  }

  CauseView view(int depth, long cases) {
    return new CauseView(code, parent, name, description, depth, retiredOn, cases, version);
  }
}
