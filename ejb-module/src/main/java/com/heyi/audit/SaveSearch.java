package com.heyi.audit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Keeps a search under a name.
 *
 * @param name the name, one of its own for this auditor
 * @param query the search as it stands in the address, beginning with {@code ?}; empty for all
 */
public record SaveSearch(
    @NotBlank @Size(max = 100) String name,
    @NotNull @Size(max = 2000) @Pattern(regexp = "(\\?[^\\s#]*)?") String query) {}
