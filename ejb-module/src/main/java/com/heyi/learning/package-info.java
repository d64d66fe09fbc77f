/**
 * What the bank learns from complaints (溯源整改): the tree of root causes and the cause of each case,
 * the problems behind many cases, corrective actions and whether they helped, points for staff who
 * answer for a violation, second failures, winning back, and how it was for the customer. {@link
 * com.heyi.learning.ProblemStatus}, {@link com.heyi.learning.ActionStep} and {@link
 * com.heyi.learning.ViolationStep} show what leads where.
 *
 * <p>It stands above complaints: it observes their events and asks {@link
 * com.heyi.complaints.CaseDirectory}; complaints know nothing of it. May use {@link
 * com.heyi.shared}, of {@link com.heyi.complaints} those, of {@link com.heyi.messages} {@link
 * com.heyi.messages.Outbox}.
 */
package com.heyi.learning;
