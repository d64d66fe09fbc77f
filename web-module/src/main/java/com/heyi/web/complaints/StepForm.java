package com.heyi.web.complaints;

import com.heyi.complaints.AcceptComplaint;
import com.heyi.complaints.AgreeToAnswer;
import com.heyi.complaints.AnalyseComplaint;
import com.heyi.complaints.AssignComplaint;
import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.CloseComplaint;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintCommand;
import com.heyi.complaints.ComplaintStep;
import com.heyi.complaints.ComplaintView;
import com.heyi.complaints.Complexity;
import com.heyi.complaints.ContestAnswer;
import com.heyi.complaints.EscalateComplaint;
import com.heyi.complaints.ExtendComplaint;
import com.heyi.complaints.FeedBackComplaint;
import com.heyi.complaints.HandleComplaint;
import com.heyi.complaints.HoldToAccount;
import com.heyi.complaints.NameStaff;
import com.heyi.complaints.PartyRole;
import com.heyi.complaints.PauseComplaint;
import com.heyi.complaints.RectifyCause;
import com.heyi.complaints.ReopenComplaint;
import com.heyi.complaints.Resolution;
import com.heyi.complaints.ResumeComplaint;
import com.heyi.complaints.ReviewComplaint;
import com.heyi.complaints.StaffPart;
import com.heyi.complaints.WinBackCustomer;
import com.heyi.complaints.WinBackOutcome;
import com.heyi.complaints.WithdrawComplaint;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What a person fills in to take a step; every step uses some of the fields. */
public class StepForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private final UUID complaintId;
  private final long expectedVersion;
  private final AuthorityLevel caseLevel;
  private String handler;
  private Complexity complexity;
  private String note;
  private ComplaintCause cause;
  private String business;
  private String department;
  private String finding;
  private Resolution resolution;
  private String measures;
  private ComplaintChannel answerChannel;
  private String answer;
  private Integer satisfaction;
  private String rootCause;
  private String reason;
  private ComplaintChannel noticeChannel;
  private String notice;
  private StaffPart part;
  private String account;
  private AuthorityLevel level;
  private String brought;
  private PartyRole askedBy;
  private String proof;
  private WinBackOutcome winBackOutcome;

  /** Starts with what is known, which after a contested answer is the analysis before it. */
  StepForm(ComplaintView complaint) {
    complaintId = complaint.id();
    expectedVersion = complaint.version();
    caseLevel = complaint.level();
    complexity = complaint.complexity();
    cause = complaint.cause();
    business = complaint.business();
    department = complaint.department();
    finding = complaint.finding();
    resolution = complaint.resolution() == Resolution.NOT_STATED ? null : complaint.resolution();
    measures = complaint.measures();
    answerChannel = complaint.channel();
    noticeChannel = complaint.channel();
  }

  ComplaintCommand command(ComplaintStep step) {
    return switch (step) {
      case ACCEPT -> new AcceptComplaint(complaintId, expectedVersion, handler, complexity, note);
      case ASSIGN -> new AssignComplaint(complaintId, expectedVersion, handler, reason);
      case EXTEND ->
          new ExtendComplaint(complaintId, expectedVersion, reason, noticeChannel, notice);
      case ANALYSE ->
          new AnalyseComplaint(complaintId, expectedVersion, cause, business, department, finding);
      case HANDLE -> new HandleComplaint(complaintId, expectedVersion, resolution, measures);
      case FEED_BACK -> new FeedBackComplaint(complaintId, expectedVersion, answerChannel, answer);
      case CONTEST -> new ContestAnswer(complaintId, expectedVersion, reason);
      case CLOSE -> new CloseComplaint(complaintId, expectedVersion, satisfaction, rootCause);
      case WITHDRAW -> new WithdrawComplaint(complaintId, expectedVersion, askedBy, proof, reason);
      case NAME_STAFF -> new NameStaff(complaintId, expectedVersion, account, part, reason);
      case ESCALATE -> new EscalateComplaint(complaintId, expectedVersion, level, reason);
      case PAUSE -> new PauseComplaint(complaintId, expectedVersion, reason, noticeChannel);
      case RESUME -> new ResumeComplaint(complaintId, expectedVersion, brought);
      case AGREE -> new AgreeToAnswer(complaintId, expectedVersion, reason);
      case WIN_BACK -> new WinBackCustomer(complaintId, expectedVersion, reason, winBackOutcome);
      case HOLD_TO_ACCOUNT -> new HoldToAccount(complaintId, expectedVersion, department, reason);
      case RECTIFY -> new RectifyCause(complaintId, expectedVersion, reason);
      case REVIEW -> new ReviewComplaint(complaintId, expectedVersion, reason);
      case REOPEN -> new ReopenComplaint(complaintId, expectedVersion, reason);
      case RECORD, IMPORT, COMPENSATE, TAKE_BACK, TURN, TURN_BACK ->
          throw new IllegalArgumentException(step + " is no step of this form");
    };
  }

  public ComplaintCause[] getCauses() {
    return ComplaintCause.values();
  }

  public Complexity[] getComplexities() {
    return Complexity.values();
  }

  /** The resolutions to choose from. */
  public List<Resolution> getResolutions() {
    return List.of(
        Resolution.EXPLANATION,
        Resolution.NON_MONETARY_RELIEF,
        Resolution.MONETARY_RELIEF,
        Resolution.NO_RELIEF);
  }

  public ComplaintChannel[] getChannels() {
    return ComplaintChannel.values();
  }

  /** Grades of satisfaction, the best first. */
  public List<Integer> getGrades() {
    return List.of(5, 4, 3, 2, 1);
  }

  public String getHandler() {
    return handler;
  }

  public void setHandler(String handler) {
    this.handler = handler;
  }

  public Complexity getComplexity() {
    return complexity;
  }

  public void setComplexity(Complexity complexity) {
    this.complexity = complexity;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public ComplaintCause getCause() {
    return cause;
  }

  public void setCause(ComplaintCause cause) {
    this.cause = cause;
  }

  public String getBusiness() {
    return business;
  }

  public void setBusiness(String business) {
    this.business = business;
  }

  public String getDepartment() {
    return department;
  }

  public void setDepartment(String department) {
    this.department = department;
  }

  public String getFinding() {
    return finding;
  }

  public void setFinding(String finding) {
    this.finding = finding;
  }

  public Resolution getResolution() {
    return resolution;
  }

  public void setResolution(Resolution resolution) {
    this.resolution = resolution;
  }

  public String getMeasures() {
    return measures;
  }

  public void setMeasures(String measures) {
    this.measures = measures;
  }

  public ComplaintChannel getAnswerChannel() {
    return answerChannel;
  }

  public void setAnswerChannel(ComplaintChannel answerChannel) {
    this.answerChannel = answerChannel;
  }

  public String getAnswer() {
    return answer;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }

  public Integer getSatisfaction() {
    return satisfaction;
  }

  public void setSatisfaction(Integer satisfaction) {
    this.satisfaction = satisfaction;
  }

  public String getRootCause() {
    return rootCause;
  }

  public void setRootCause(String rootCause) {
    this.rootCause = rootCause;
  }

  public ComplaintChannel getNoticeChannel() {
    return noticeChannel;
  }

  public void setNoticeChannel(ComplaintChannel noticeChannel) {
    this.noticeChannel = noticeChannel;
  }

  public String getNotice() {
    return notice;
  }

  public void setNotice(String notice) {
    this.notice = notice;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public StaffPart getPart() {
    return part;
  }

  public void setPart(StaffPart part) {
    this.part = part;
  }

  public String getAccount() {
    return account;
  }

  public void setAccount(String account) {
    this.account = account;
  }

  public AuthorityLevel getLevel() {
    return level;
  }

  public void setLevel(AuthorityLevel level) {
    this.level = level;
  }

  public String getBrought() {
    return brought;
  }

  public void setBrought(String brought) {
    this.brought = brought;
  }

  public PartyRole getAskedBy() {
    return askedBy;
  }

  public void setAskedBy(PartyRole askedBy) {
    this.askedBy = askedBy;
  }

  public String getProof() {
    return proof;
  }

  public void setProof(String proof) {
    this.proof = proof;
  }

  public PartyRole[] getSpeakers() {
    return PartyRole.values();
  }

  public WinBackOutcome getWinBackOutcome() {
    return winBackOutcome;
  }

  public void setWinBackOutcome(WinBackOutcome winBackOutcome) {
    this.winBackOutcome = winBackOutcome;
  }

  /** The levels that a case at this one can be moved up to. */
  public List<AuthorityLevel> getLevels() {
    return Arrays.stream(AuthorityLevel.values())
        .filter(one -> one.compareTo(caseLevel) > 0)
        .toList();
  }

  public StaffPart[] getParts() {
    return StaffPart.values();
  }

  public WinBackOutcome[] getWinBackOutcomes() {
    return WinBackOutcome.values();
  }
}
