package com.heyi.privacy;

import java.nio.file.Path;

/**
 * All that is held about a customer, as a zip on this machine. Whoever asked for it deletes it when
 * it is delivered.
 *
 * @param name under which it is delivered
 * @param file where it lies
 * @param bytes its size
 * @param sha256 hash of its bytes, as the audit trail has it
 */
public record PersonFile(String name, Path file, long bytes, String sha256) {}
