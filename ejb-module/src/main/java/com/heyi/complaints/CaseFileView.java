package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import java.util.List;
import java.util.UUID;

/**
 * What the desk keeps beside a complaint's steps. The notes are for colleagues alone.
 *
 * @param complaintId the complaint
 * @param points what was raised, in order
 * @param tasks what was asked of departments, oldest first
 * @param notes what colleagues noted, latest first
 * @param redress what was given, oldest first
 * @param alsoHere who else has the case open now
 */
public record CaseFileView(
    UUID complaintId,
    List<PointView> points,
    List<TaskView> tasks,
    List<NoteView> notes,
    List<RedressView> redress,
    List<PresenceView> alsoHere)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
