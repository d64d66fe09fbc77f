package com.heyi.complaints.internal;

import com.heyi.complaints.CfpbRecordView;
import com.heyi.shared.history.WithoutHistory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** The 18 fields of a CFPB complaint as published, beside the complaint made from it. */
@Entity
@WithoutHistory("Only ever filled where it was empty, from the files that were loaded")
@Table(schema = "complaints", name = "cfpb_record")
public class CfpbRecord {
  @Id
  @Column(name = "complaint_id")
  private UUID complaintId;

  @MapsId
  @OneToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "complaint_id")
  private Complaint complaint;

  @Column(name = "cfpb_id", updatable = false)
  private long cfpbId;

  @Column(name = "date_received", updatable = false)
  private LocalDate dateReceived;

  @Column(name = "date_sent_to_company", updatable = false)
  private LocalDate dateSentToCompany;

  @Column(updatable = false)
  private String product;

  @Column(name = "sub_product")
  private String subProduct;

  @Column(updatable = false)
  private String issue;

  @Column(name = "sub_issue")
  private String subIssue;

  private String company;

  @Column(name = "company_response", updatable = false)
  private String companyResponse;

  @Column(name = "company_public_response")
  private String companyPublicResponse;

  @Column(name = "consumer_consent_provided")
  private String consumerConsentProvided;

  @Column(name = "consumer_disputed")
  private String consumerDisputed;

  private String narrative;
  private String state;

  @Column(name = "zip_code")
  private String zipCode;

  private String tags;
  private String timely;

  @Column(name = "submitted_via", updatable = false)
  private String submittedVia;

  protected CfpbRecord() {}

  CfpbRecord(Complaint complaint, CfpbRecordView said) {
    this.complaint = complaint;
    this.cfpbId = said.complaintId();
    this.dateReceived = said.dateReceived();
    this.dateSentToCompany = said.dateSentToCompany();
    this.product = said.product();
    this.issue = said.issue();
    this.companyResponse = said.companyResponse();
    this.submittedVia = said.submittedVia();
    complete(said);
  }

  long cfpbId() {
    return cfpbId;
  }

  /**
   * Fills what is still empty from another file that has the same complaint; what is there stays.
   *
   * @return whether anything was filled
   */
  final boolean complete(CfpbRecordView said) {
    CfpbRecordView before = view();
    subProduct = first(subProduct, said.subProduct());
    subIssue = first(subIssue, said.subIssue());
    company = first(company, said.company());
    companyPublicResponse = first(companyPublicResponse, said.companyPublicResponse());
    consumerConsentProvided = first(consumerConsentProvided, said.consumerConsentProvided());
    consumerDisputed = first(consumerDisputed, said.consumerDisputed());
    narrative = first(narrative, said.narrative());
    state = first(state, said.state());
    zipCode = first(zipCode, said.zipCode());
    tags = first(tags, said.tags());
    timely = first(timely, said.timely());
    boolean filled = !before.equals(view());
    if (filled) {
      complaint.complete(said.narrative());
    }
    return filled;
  }

  public CfpbRecordView view() {
    return new CfpbRecordView(
        cfpbId,
        dateReceived,
        dateSentToCompany,
        product,
        subProduct,
        issue,
        subIssue,
        company,
        companyResponse,
        companyPublicResponse,
        consumerConsentProvided,
        consumerDisputed,
        narrative,
        state,
        zipCode,
        tags,
        timely,
        submittedVia);
  }

  private static String first(String there, String said) {
    return there == null ? said : there;
  }
}
