/**
 * What the law gives a person over his data, and how long each kind of record is kept. Exports all
 * that is held about a customer as one file, erases who he is while ledger, orders and trail stay
 * sound, keeps the periods with their legal minimums, and purges every night what is over.
 *
 * <p>It holds nothing of the modules' own: each of them implements {@link
 * com.heyi.shared.privacy.PersonalData} and {@link com.heyi.shared.privacy.KeptForATime} for what
 * it holds. May use {@link com.heyi.shared} only.
 */
package com.heyi.privacy;
