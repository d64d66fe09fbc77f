package com.heyi.complaints;

import java.time.Instant;
import java.util.UUID;

/**
 * What a colleague noted about a case.
 *
 * @param id names it
 * @param words what, or null when the texts were erased
 * @param author who
 * @param writtenAt when
 */
public record NoteView(UUID id, String words, String author, Instant writtenAt) {}
