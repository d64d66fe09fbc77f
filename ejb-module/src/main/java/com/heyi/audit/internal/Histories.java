package com.heyi.audit.internal;

import com.heyi.audit.AuditError;
import com.heyi.audit.CompareVersions;
import com.heyi.audit.FieldDifference;
import com.heyi.audit.RecordVersion;
import com.heyi.audit.RevealValue;
import com.heyi.audit.RevealedValue;
import com.heyi.audit.Subject;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.history.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.envers.AuditReader;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.RevisionType;
import org.hibernate.envers.query.AuditEntity;

/** The versions of records, of whatever module. */
@ApplicationScoped
public class Histories {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  protected Histories() {}

  public Histories(EntityManager em) {
    this.em = em;
  }

  /**
   * The versions of a record, the latest first.
   *
   * @throws HeyiException {@link AuditError#NO_HISTORY} when none are kept
   */
  public List<RecordVersion> versions(Subject subject) {
    Recorded kind = kind(subject);
    Object id = kind.idFrom(subject.id()).orElseThrow(() -> noHistory(subject));
    List<?> found =
        reader()
            .createQuery()
            .forRevisionsOfEntity(kind.type(), false, true)
            .add(AuditEntity.id().eq(id))
            .addOrder(AuditEntity.revisionNumber().desc())
            .getResultList();
    if (found.isEmpty()) {
      throw noHistory(subject);
    }
    return found.stream()
        .map(Object[].class::cast)
        .map(row -> ((Revision) row[1]).version(kindOf((RevisionType) row[2])))
        .toList();
  }

  /**
   * Two versions field by field, personal values masked.
   *
   * @throws HeyiException {@link AuditError#NO_HISTORY}, {@link AuditError#NO_VERSION}
   */
  public List<FieldDifference> compare(CompareVersions wanted) {
    Recorded kind = kind(wanted.subject());
    Object earlier = state(kind, wanted.subject(), wanted.earlier());
    Object later = state(kind, wanted.subject(), wanted.later());
    return kind.fields().stream().map(field -> difference(field, earlier, later)).toList();
  }

  /**
   * One masked value in full.
   *
   * @throws HeyiException {@link AuditError#NO_HISTORY}, {@link AuditError#NO_VERSION}, {@link
   *     AuditError#NOT_MASKED}
   */
  public RevealedValue reveal(RevealValue wanted) {
    Recorded kind = kind(wanted.subject());
    Recorded.Kept field =
        kind.field(wanted.field())
            .filter(one -> one.mask() != null)
            .orElseThrow(() -> new HeyiException(AuditError.NOT_MASKED, wanted.field()));
    Object state = state(kind, wanted.subject(), wanted.revision());
    return new RevealedValue(field.name(), field.textOf(state));
  }

  private static FieldDifference difference(Recorded.Kept field, Object earlier, Object later) {
    String before = field.textOf(earlier);
    String after = field.textOf(later);
    return new FieldDifference(
        field.name(),
        field.masked(before),
        field.masked(after),
        !Objects.equals(before, after),
        field.mask() != null);
  }

  /** The record as it was from exactly this revision on. */
  private Object state(Recorded kind, Subject subject, long revision) {
    Object id = kind.idFrom(subject.id()).orElseThrow(() -> noHistory(subject));
    List<?> found =
        reader()
            .createQuery()
            .forRevisionsOfEntity(kind.type(), true, true)
            .add(AuditEntity.id().eq(id))
            .add(AuditEntity.revisionNumber().eq(revision))
            .getResultList();
    return found.stream()
        .findFirst()
        .orElseThrow(() -> new HeyiException(AuditError.NO_VERSION, revision));
  }

  private Recorded kind(Subject subject) {
    return em.getMetamodel().getEntities().stream()
        .map(entity -> entity.getJavaType() == null ? null : Recorded.of(entity.getJavaType()))
        .filter(Objects::nonNull)
        .flatMap(Optional::stream)
        .filter(kind -> kind.thing().equals(subject.thing()))
        .findFirst()
        .orElseThrow(() -> noHistory(subject));
  }

  private AuditReader reader() {
    return AuditReaderFactory.get(em.unwrap(Session.class));
  }

  private static RecordVersion.Kind kindOf(RevisionType type) {
    return switch (type) {
      case ADD -> RecordVersion.Kind.ADDED;
      case MOD -> RecordVersion.Kind.CHANGED;
      case DEL -> RecordVersion.Kind.DELETED;
    };
  }

  private static HeyiException noHistory(Subject subject) {
    return new HeyiException(AuditError.NO_HISTORY, subject.target());
  }
}
