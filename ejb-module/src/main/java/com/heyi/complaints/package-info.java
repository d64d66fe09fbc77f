/**
 * The complaints desk: a complaint comes in by any channel, is recorded, accepted, analysed,
 * handled, fed back and closed, with a deadline by law and an immutable row for every step. {@link
 * com.heyi.complaints.ComplaintStep} is the whole process on one page.
 *
 * <p>Edges record and find by {@link com.heyi.complaints.ComplaintsFacade} and bring cases on by
 * {@link com.heyi.complaints.StepsFacade}. Other modules may observe the events {@link
 * com.heyi.complaints.ComplaintRecorded}, {@link com.heyi.complaints.ComplaintProgressed} and
 * {@link com.heyi.complaints.ComplaintClosed}, and ask {@link com.heyi.complaints.CaseDirectory}
 * and {@link com.heyi.complaints.OpenComplaints}. May use {@link com.heyi.shared}, {@link
 * com.heyi.imports} for its import handlers, {@link com.heyi.messages} for what complainants are
 * told, of {@link com.heyi.accounts} only the directories of customers and accounts, and to
 * compensate {@link com.heyi.deposits.Payments} and {@link com.heyi.mall.PointsGifts}.
 */
package com.heyi.complaints;
