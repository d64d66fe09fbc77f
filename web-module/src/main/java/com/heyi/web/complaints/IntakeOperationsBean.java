package com.heyi.web.complaints;

import com.heyi.complaints.AddParty;
import com.heyi.complaints.AttachFile;
import com.heyi.complaints.ComplaintError;
import com.heyi.complaints.EndParty;
import com.heyi.complaints.IntakeFacade;
import com.heyi.complaints.PartyRole;
import com.heyi.complaints.TellHeir;
import com.heyi.imports.Upload;
import com.heyi.imports.UploadStore;
import com.heyi.shared.facade.CommonError;
import com.heyi.web.soap.SentFile;
import com.heyi.web.soap.SoapInput;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Answers {@link IntakeOperations}. */
@ApplicationScoped
public class IntakeOperationsBean implements IntakeOperations {
  @Inject private IntakeFacade intake;
  @Inject private UploadStore uploads;

  @Override
  public SoapComplaintIntake getComplaintIntake(String complaintId) {
    return new SoapComplaintIntake(intake.view(SoapInput.id("complaintId", complaintId)));
  }

  @Override
  public SoapComplaintIntake addComplaintFile(
      String requestId, String complaintId, String fileName, DataHandler content) {
    // Asked first: a file beside the message is read only now.
    UUID complaint = intake.mayAttach(SoapInput.id("complaintId", complaintId));
    if (content == null) {
      throw CommonError.invalid("content", "constraint.NotNull");
    }
    return new SoapComplaintIntake(
        intake.attach(new AttachFile(complaint, fileName, stored(content))));
  }

  @Override
  public SoapComplaintIntake addComplaintParty(
      String requestId,
      String complaintId,
      String role,
      String name,
      String contact,
      String relation,
      String document) {
    return new SoapComplaintIntake(
        intake.addParty(
            new AddParty(
                SoapInput.id("complaintId", complaintId),
                SoapInput.oneOf("role", PartyRole.class, role),
                name,
                contact,
                relation,
                document)));
  }

  @Override
  public SoapComplaintIntake tellComplaintHeir(
      String requestId, String complaintId, String partyId) {
    return new SoapComplaintIntake(
        intake.tellHeir(
            new TellHeir(
                SoapInput.id("complaintId", complaintId), SoapInput.id("partyId", partyId))));
  }

  @Override
  public SoapComplaintIntake endComplaintParty(
      String requestId, String complaintId, String partyId) {
    return new SoapComplaintIntake(
        intake.endParty(
            new EndParty(
                SoapInput.id("complaintId", complaintId), SoapInput.id("partyId", partyId))));
  }

  private Upload stored(DataHandler content) {
    try (InputStream file = SentFile.of(content)) {
      return uploads.store(file, AttachFile.MOST_BYTES, ComplaintError.FILE_SIZE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
