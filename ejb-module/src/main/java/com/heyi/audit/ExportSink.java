package com.heyi.audit;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes the rows of an export and makes a file of them, without holding them all.
 *
 * @param rows takes each row in turn
 * @param finish ends the file, which is told whether there would have been more rows, and answers
 *     the SHA-256 of the finished file in hexadecimal
 */
public record ExportSink(Consumer<AuditEntryView> rows, Function<Boolean, String> finish) {}
