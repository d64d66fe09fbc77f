package com.heyi.audit;

/**
 * A field in two versions of a record, personal values masked.
 *
 * @param field name of the field
 * @param before its value in the earlier version, or null
 * @param after its value in the later version, or null
 * @param changed whether the values differ; of masked values, the full ones
 * @param personal whether it is masked, and can be revealed for a reason
 */
public record FieldDifference(
    String field, String before, String after, boolean changed, boolean personal) {}
