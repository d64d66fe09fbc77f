package com.heyi.complaints.internal;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.Resolution;
import java.time.Instant;

/**
 * A case of another body, in our terms.
 *
 * @param number the number it gets here
 * @param source the body
 * @param reference the body's number
 * @param status where the body says it is
 * @param channel the way it came
 * @param receivedAt when it reached the company complained about
 * @param product what it is about
 * @param subProduct more closely, or null
 * @param issue what went wrong, or null
 * @param subIssue more closely, or null
 * @param narrative the complainant's account, or null when not published
 * @param resolution what the complainant got, or null while open
 * @param firstAnswerTimely whether the body says that the first answer was in time; null only while
 *     open
 * @param detail what the body says, for the first step
 */
record OutsideCase(
    String number,
    String source,
    String reference,
    ComplaintStatus status,
    ComplaintChannel channel,
    Instant receivedAt,
    String product,
    String subProduct,
    String issue,
    String subIssue,
    String narrative,
    Resolution resolution,
    Boolean firstAnswerTimely,
    StepDetail detail) {}
