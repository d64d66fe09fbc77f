package com.heyi.deposits;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * A module whose deeds move money and go on saying so, as a task says that its reward was paid.
 * What belongs to such a deed is not taken back on the account alone.
 */
public interface MovementOwner {

  /** Which of these movements belong to a deed of the module; one query for all. */
  Set<UUID> own(Collection<UUID> movementIds);
}
