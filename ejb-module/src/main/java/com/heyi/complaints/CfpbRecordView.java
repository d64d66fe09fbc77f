package com.heyi.complaints;

import java.time.LocalDate;

/**
 * A complaint as the US Consumer Financial Protection Bureau publishes it: its 18 fields, each as
 * published, null where the file has none.
 *
 * @param complaintId the CFPB's number
 * @param dateReceived day on which the CFPB received it
 * @param dateSentToCompany day on which the company got it
 * @param product product
 * @param subProduct product more closely
 * @param issue issue
 * @param subIssue issue more closely
 * @param company the company complained about
 * @param companyResponse its answer to the consumer
 * @param companyPublicResponse its answer to the public
 * @param consumerConsentProvided whether the consumer lets the narrative be published
 * @param consumerDisputed whether he disputed the answer
 * @param narrative what happened, in his words
 * @param state US state
 * @param zipCode ZIP code, possibly shortened
 * @param tags groups he belongs to
 * @param timely whether the company answered in time
 * @param submittedVia the way it came to the CFPB
 */
public record CfpbRecordView(
    long complaintId,
    LocalDate dateReceived,
    LocalDate dateSentToCompany,
    String product,
    String subProduct,
    String issue,
    String subIssue,
    String company,
    String companyResponse,
    String companyPublicResponse,
    String consumerConsentProvided,
    String consumerDisputed,
    String narrative,
    String state,
    String zipCode,
    String tags,
    String timely,
    String submittedVia) {}
