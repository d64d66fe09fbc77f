package com.heyi.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Gives a kept search another name.
 *
 * @param id the search
 * @param expectedVersion version of the search that the caller saw
 * @param name its new name
 */
public record RenameSearch(
    @NotNull UUID id, long expectedVersion, @NotBlank @Size(max = 100) String name) {}
