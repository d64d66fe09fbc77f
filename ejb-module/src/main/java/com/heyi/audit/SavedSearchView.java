package com.heyi.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * A search that an auditor keeps.
 *
 * @param id its id
 * @param version moves with each change
 * @param name the name he gave it
 * @param query the search as it stands in the address, beginning with {@code ?}
 * @param createdAt when it was first kept
 */
public record SavedSearchView(
    UUID id, long version, String name, String query, Instant createdAt) {}
