package com.heyi.relationship;

import java.time.LocalDate;

/**
 * A relationship manager.
 *
 * @param account his account name, as he signs in
 * @param name his name
 * @param active whether customers can be handed to him
 * @param absentFrom first day of his absence, or null
 * @param absentUntil its last day, or null
 * @param substitute account of the manager who sees to his customers then, or null
 * @param away whether he is away today
 * @param customers whom he looks after
 * @param openAlerts alerts about them that nobody has handled
 * @param version version of the record
 */
public record ManagerView(
    String account,
    String name,
    boolean active,
    LocalDate absentFrom,
    LocalDate absentUntil,
    String substitute,
    boolean away,
    long customers,
    long openAlerts,
    long version) {}
