package com.heyi.shared.history;

import com.heyi.shared.facade.ChangeLog;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Notes what a flush changed in entities with a history: field by field, before and after. Values
 * of personal fields are compared in full and noted masked, so that a change between two values of
 * the same mask is still seen.
 */
class ChangeReporter
    implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {
  private static final Object[] NOTHING = null;

  private final Map<Class<?>, Optional<Recorded>> kinds = new ConcurrentHashMap<>();

  @Override
  public void onPostInsert(PostInsertEvent event) {
    report(event.getPersister(), event.getId(), NOTHING, event.getState());
  }

  @Override
  public void onPostUpdate(PostUpdateEvent event) {
    report(event.getPersister(), event.getId(), event.getOldState(), event.getState());
  }

  @Override
  public void onPostDelete(PostDeleteEvent event) {
    report(event.getPersister(), event.getId(), event.getDeletedState(), NOTHING);
  }

  @Override
  public boolean requiresPostCommitHandling(EntityPersister persister) {
    return false;
  }

  private void report(EntityPersister persister, Object id, Object[] before, Object[] after) {
    kinds
        .computeIfAbsent(persister.getMappedClass(), Recorded::of)
        .ifPresent(kind -> report(kind, persister, Recorded.id(id), before, after));
  }

  private static void report(
      Recorded kind, EntityPersister persister, String id, Object[] before, Object[] after) {
    ChangeLog.noteRevised();
    for (Recorded.Kept field : kind.fields()) {
      int index = persister.getPropertyIndex(field.property());
      ChangeLog.note(
          kind.thing(),
          id,
          field.name(),
          value(field, before, index),
          value(field, after, index),
          field.mask());
    }
  }

  private static Object value(Recorded.Kept field, Object[] state, int index) {
    return state == null ? null : field.in(state[index]);
  }
}
