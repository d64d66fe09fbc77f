package com.heyi.accounts;

import java.util.UUID;

/**
 * Another record of the same person.
 *
 * @param id its id
 * @param number its number
 */
public record MergedView(UUID id, String number) {}
