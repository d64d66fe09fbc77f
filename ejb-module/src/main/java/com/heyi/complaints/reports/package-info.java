/**
 * What the desk is measured by. {@link com.heyi.complaints.reports.ReportMeasure} defines each
 * measure in a sentence; decision 0033 says why so. All of them count the cases that were
 * <em>received</em> in a period, by days of the bank, wherever they stand today.
 */
package com.heyi.complaints.reports;
