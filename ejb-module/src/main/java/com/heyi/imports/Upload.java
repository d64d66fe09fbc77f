package com.heyi.imports;

/**
 * A file that has been received and stored.
 *
 * @param storedFile its name in the upload folder
 * @param sha256 hash of its bytes
 * @param bytes its size
 */
public record Upload(String storedFile, String sha256, long bytes) {}
