package com.heyi.winddown;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The end of an app in a list.
 *
 * @param id the plan
 * @param app code of the app that ends
 * @param into code of the app that its customers go to
 * @param status how far it has come
 * @param announcedOn day of the announcement
 * @param freezeOn first day on which it is frozen
 * @param migrateOn first day on which its customers are migrated
 * @param closeOn first day on which it may be closed
 * @param customers whom it knew when it was announced
 * @param announcedAt when it was announced
 * @param endedAt when it was closed or called off, or null
 */
public record PlanRow(
    UUID id,
    String app,
    String into,
    PlanStatus status,
    LocalDate announcedOn,
    LocalDate freezeOn,
    LocalDate migrateOn,
    LocalDate closeOn,
    long customers,
    Instant announcedAt,
    Instant endedAt) {}
