package com.heyi.complaints;

import java.util.Collection;
import java.util.UUID;

/**
 * Counts complaints for other modules, inside their transactions. It checks no role and leaves no
 * audit row, for the facade that asks does so; therefore the edges may not use it.
 */
public interface OpenComplaints {

  /** How many complaints of these customers are neither closed nor withdrawn. */
  long ofCustomers(Collection<UUID> customers);
}
