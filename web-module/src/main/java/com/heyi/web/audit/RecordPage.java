package com.heyi.web.audit;

import com.heyi.audit.AuditFacade;
import com.heyi.audit.CompareVersions;
import com.heyi.audit.FieldDifference;
import com.heyi.audit.RecordVersion;
import com.heyi.audit.RevealValue;
import com.heyi.audit.Subject;
import com.heyi.shared.error.HeyiException;
import com.heyi.web.errors.FacesErrors;
import com.heyi.web.ui.Formats;
import com.heyi.web.ui.PageAt;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The versions of a record, two of them side by side, and one masked value at a time. */
@PageAt(value = "/audit/record.xhtml", facade = AuditFacade.class, needs = "versions")
@Named
@ViewScoped
public class RecordPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private AuditFacade audit;
  @Inject private Formats formats;
  @Inject private RevealedOnce revealed;
  private String id;
  private Long earlier;
  private Long later;
  private transient List<RecordVersion> versions;
  private transient List<FieldDifference> differences;
  private String field;
  private Long revision;
  private String reason;

  /** Reads the versions; unless told otherwise, the last two are compared. */
  public void load() {
    Subject subject = getSubject();
    versions = audit.versions(subject);
    later = later == null ? Long.valueOf(versions.get(0).revision()) : later;
    if (earlier == null) {
      earlier = before(later);
    }
    differences = audit.compare(new CompareVersions(subject, earlier, later));
  }

  /** The version before this one, or the first when there is none. */
  private long before(long revision) {
    return versions.stream()
        .map(RecordVersion::revision)
        .filter(number -> number < revision)
        .findFirst()
        .orElse(versions.get(versions.size() - 1).revision());
  }

  /** Shows one masked value, once. */
  public void reveal() {
    try {
      revealed.show(
          audit.reveal(new RevealValue(getSubject(), getRevision(), field, reason.strip())));
      reason = null;
    } catch (HeyiException e) {
      FacesErrors.tell(FacesContext.getCurrentInstance(), e);
    }
  }

  public Subject getSubject() {
    return Subject.of(id == null ? "" : id);
  }

  public List<RecordVersion> getVersions() {
    if (versions == null) {
      load();
    }
    return versions;
  }

  public List<FieldDifference> getDifferences() {
    if (differences == null) {
      load();
    }
    return differences;
  }

  /** The fields that can be revealed. */
  public List<String> getMasked() {
    return getDifferences().stream()
        .filter(FieldDifference::personal)
        .filter(one -> one.before() != null || one.after() != null)
        .map(FieldDifference::field)
        .toList();
  }

  /** The versions to choose from. */
  public List<SelectItem> getChoices() {
    return getVersions().stream()
        .map(
            version ->
                new SelectItem(
                    version.revision(),
                    formats.precise(version.recordedAt())
                        + " · "
                        + version.who()
                        + " · #"
                        + version.revision()))
        .toList();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public Long getEarlier() {
    return earlier;
  }

  public void setEarlier(Long earlier) {
    this.earlier = earlier;
  }

  public Long getLater() {
    return later;
  }

  public void setLater(Long later) {
    this.later = later;
  }

  public String getField() {
    return field;
  }

  public void setField(String field) {
    this.field = field;
  }

  public Long getRevision() {
    return revision == null ? later : revision;
  }

  public void setRevision(Long revision) {
    this.revision = revision;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
