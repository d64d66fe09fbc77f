package com.heyi.web.complaints;

import com.heyi.complaints.AttachmentView;
import com.heyi.complaints.IntakeView;
import com.heyi.web.soap.SoapFaults;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import java.util.Objects;

/** What came in with a complaint as SOAP tells it; the fields are those of {@link IntakeView}. */
@XmlType(name = "ComplaintIntake", namespace = SoapFaults.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
public class SoapComplaintIntake {
  @XmlElement(required = true)
  private String complaintId;

  /** The oldest first. */
  @XmlElement(name = "file")
  private List<File> files;

  @XmlElement(name = "party")
  private List<Party> parties;

  /** Number of the case that it is dealt with in. */
  private String joinedTo;

  SoapComplaintIntake() {}

  SoapComplaintIntake(IntakeView view) {
    complaintId = view.complaintId().toString();
    files = view.attachments().stream().map(File::new).toList();
    parties = view.parties().stream().map(Party::new).toList();
    joinedTo = view.main() == null ? null : view.main().number();
  }

  /** A file; the fields are those of {@link AttachmentView}. */
  @XmlType(name = "ComplaintFile", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  static class File {
    @XmlElement(required = true)
    private String id;

    /** Absent when it is gone. */
    private String fileName;

    /** PDF, PNG, JPEG, WAV, MP3 or TEXT, by its content. */
    @XmlElement(required = true)
    private String type;

    private long bytes;

    @XmlElement(required = true)
    private String sha256;

    /** Whether a scanner for viruses looked at it. */
    private boolean scanned;

    @XmlElement(required = true)
    private String addedBy;

    /** ISO 8601, UTC. */
    @XmlElement(required = true)
    private String addedAt;

    /** ISO 8601, UTC; absent while it is there. */
    private String removedAt;

    File() {}

    File(AttachmentView view) {
      id = view.id().toString();
      fileName = view.fileName();
      type = view.type().name();
      bytes = view.bytes();
      sha256 = view.sha256();
      scanned = view.scanned();
      addedBy = view.addedBy();
      addedAt = view.addedAt().toString();
      removedAt = Objects.toString(view.removedAt(), null);
    }
  }

  /** Somebody who speaks for the complainant; the fields are those of {@link IntakeView.Party}. */
  @XmlType(name = "ComplaintParty", namespace = SoapFaults.NAMESPACE)
  @XmlAccessorType(XmlAccessType.FIELD)
  static class Party {
    @XmlElement(required = true)
    private String id;

    /** AGENT, HEIR or REPRESENTATIVE. */
    @XmlElement(required = true)
    private String role;

    /** Absent when it was erased. */
    private String name;

    private String contact;

    @XmlElement(required = true)
    private String relation;

    @XmlElement(required = true)
    private String document;

    /** ISO 8601, UTC. */
    @XmlElement(required = true)
    private String addedAt;

    /** ISO 8601, UTC; since when he is told instead of the complainant. */
    private String toldSince;

    /** ISO 8601, UTC; absent while he speaks for the complainant. */
    private String endedAt;

    Party() {}

    Party(IntakeView.Party view) {
      id = view.id().toString();
      role = view.role().name();
      name = view.name();
      contact = view.contact();
      relation = view.relation();
      document = view.document();
      addedAt = view.addedAt().toString();
      toldSince = Objects.toString(view.toldSince(), null);
      endedAt = Objects.toString(view.endedAt(), null);
    }
  }
}
