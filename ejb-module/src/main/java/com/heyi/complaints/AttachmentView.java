package com.heyi.complaints;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that belongs to a complaint.
 *
 * @param id the file
 * @param fileName its name, or null when it is gone
 * @param type what it is, by its content
 * @param bytes its size
 * @param sha256 hash of its content
 * @param scanned whether a scanner for viruses looked at it
 * @param addedBy who added it
 * @param addedAt when
 * @param removedAt when it was removed with the person or its time, or null
 */
public record AttachmentView(
    UUID id,
    String fileName,
    FileType type,
    long bytes,
    String sha256,
    boolean scanned,
    String addedBy,
    Instant addedAt,
    Instant removedAt) {}
