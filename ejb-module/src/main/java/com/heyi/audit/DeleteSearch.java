package com.heyi.audit;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Deletes a kept search.
 *
 * @param id the search
 * @param expectedVersion version of the search that the caller saw
 */
public record DeleteSearch(@NotNull UUID id, long expectedVersion) {}
