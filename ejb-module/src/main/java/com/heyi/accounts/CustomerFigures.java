package com.heyi.accounts;

/**
 * The register in figures.
 *
 * @param customers customers in the register
 * @param verified those of them whose identity is verified
 * @param identities ids by which old apps know them
 * @param openAccounts accounts that are open
 */
public record CustomerFigures(long customers, long verified, long identities, long openAccounts) {}
