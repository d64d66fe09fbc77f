package com.heyi.complaints;

/**
 * How often a member of the staff was praised.
 *
 * @param staff his account name
 * @param times how often, of the last twelve months
 */
public record PraiseCount(String staff, long times) {}
