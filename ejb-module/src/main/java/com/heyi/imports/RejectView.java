package com.heyi.imports;

import java.util.Map;

/**
 * A row that was not loaded.
 *
 * @param line line in the file on which the record begins
 * @param code stable code of the reason
 * @param reason the reason in the caller's language
 * @param record the record's values by column
 */
public record RejectView(long line, String code, String reason, Map<String, String> record) {}
