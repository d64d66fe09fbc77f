/**
 * The chain that proves the audit trail: how a row is hashed, written, tied into signed checkpoints
 * and replayed.
 *
 * <p>Pure: works on plain JDBC connections and files, uses nothing of the rest of Heyi or of any
 * server, so that the application, {@code ./heyi verify-audit} and an auditor's own program run the
 * very same code.
 */
package com.heyi.audit.chain;
