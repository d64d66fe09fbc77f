package com.heyi.learning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What somebody of the staff is told on his desk.
 *
 * @param id the notice
 * @param kind what
 * @param args what fills its text
 * @param subject what it is about, as a target of the trail, or null
 * @param toldAt since when
 */
public record NoticeView(
    UUID id, NoticeKind kind, List<String> args, String subject, Instant toldAt) {}
