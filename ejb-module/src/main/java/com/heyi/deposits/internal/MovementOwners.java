package com.heyi.deposits.internal;

import com.heyi.deposits.DepositsError;
import com.heyi.deposits.MovementOwner;
import com.heyi.deposits.MovementView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All modules to whose deeds movements may belong. */
@ApplicationScoped
public class MovementOwners {
  private Iterable<MovementOwner> owners;

  protected MovementOwners() {}

  @Inject
  public MovementOwners(@Any Instance<MovementOwner> owners) {
    this.owners = owners;
  }

  /** For tests, which bring their own. */
  public MovementOwners(Iterable<MovementOwner> owners) {
    this.owners = owners;
  }

  /**
   * @throws HeyiException {@link DepositsError#IS_DEED}
   */
  public void requireNone(UUID movementId) {
    if (!own(List.of(movementId)).isEmpty()) {
      throw new HeyiException(DepositsError.IS_DEED);
    }
  }

  /** The same lines, saying of those that belong to a deed that they are not taken back. */
  public Page<MovementView> mark(Page<MovementView> lines) {
    Set<UUID> owned = own(lines.items().stream().map(MovementView::movementId).toList());
    return new Page<>(
        lines.items().stream()
            .map(line -> owned.contains(line.movementId()) ? line.ofADeed() : line)
            .toList(),
        lines.nextCursor(),
        lines.total());
  }

  private Set<UUID> own(Collection<UUID> movementIds) {
    Set<UUID> owned = new HashSet<>();
    if (!movementIds.isEmpty()) {
      owners.forEach(owner -> owned.addAll(owner.own(movementIds)));
    }
    return owned;
  }
}
