/**
 * The audit trail: one immutable row for every command, every read of personal data and every
 * refused attempt, written by the facade mechanism and readable by auditors.
 *
 * <p>May use {@link com.heyi.shared} only.
 */
package com.heyi.audit;
