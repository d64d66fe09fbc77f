package com.heyi.complaints;

/**
 * Somebody who could take charge of a case.
 *
 * @param account account name
 * @param name his name
 * @param level his level
 * @param knowsProduct whether the product is among his skills
 * @param speaksLanguage whether he speaks the language of the account
 * @param open how many open cases he has
 * @param capacity how many he can have
 */
public record HandlerSuggestion(
    String account,
    String name,
    AuthorityLevel level,
    boolean knowsProduct,
    boolean speaksLanguage,
    int open,
    int capacity) {}
