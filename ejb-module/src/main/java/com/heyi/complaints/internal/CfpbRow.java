package com.heyi.complaints.internal;

import com.heyi.complaints.CfpbRecordView;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.complaints.Resolution;
import com.heyi.imports.ImportRecord;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * One row of a CFPB file and what it means in our terms. Reads two layouts: the one that the CFPB
 * publishes, and one bank's extract that names the CFPB's {@code Date received} "Date submitted"
 * and its {@code Date sent to company} "Date received" (the ten complaints that stand in both files
 * agree on this).
 */
final class CfpbRow {
  static final String SOURCE = "CFPB";

  /** The columns that both layouts have. */
  static final List<String> COLUMNS =
      List.of(
          "Complaint ID",
          "Submitted via",
          "Date received",
          "State",
          "Product",
          "Sub-product",
          "Issue",
          "Sub-issue",
          "Company public response",
          "Company response to consumer",
          "Timely response?");

  /** The source gives days only; they are days in Washington. */
  static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final int LONGEST_NARRATIVE = 10_000;
  private static final int LONGEST_FIELD = 200;

  private static final Map<String, ComplaintChannel> CHANNELS =
      Map.of(
          "Web", ComplaintChannel.WEB,
          "Phone", ComplaintChannel.HOTLINE,
          "Postal mail", ComplaintChannel.LETTER,
          "Fax", ComplaintChannel.LETTER,
          "Email", ComplaintChannel.LETTER,
          "Referral", ComplaintChannel.REGULATOR,
          "Web Referral", ComplaintChannel.REGULATOR);

  private static final String IN_PROGRESS = "In progress";

  private static final Map<String, Resolution> CLOSINGS =
      Map.of(
          "Closed with explanation", Resolution.EXPLANATION,
          "Closed with monetary relief", Resolution.MONETARY_RELIEF,
          "Closed with non-monetary relief", Resolution.NON_MONETARY_RELIEF,
          "Closed without relief", Resolution.NO_RELIEF,
          "Closed with relief", Resolution.NOT_STATED,
          "Closed", Resolution.NOT_STATED,
          "Untimely response", Resolution.NOT_STATED);

  private final CfpbRecordView said;

  private CfpbRow(CfpbRecordView said) {
    this.said = said;
  }

  /**
   * Reads a row.
   *
   * @throws Unfit when it cannot be a complaint
   */
  static CfpbRow read(ImportRecord row) throws Unfit {
    boolean extract = row.values().containsKey("Date submitted");
    CfpbRecordView said =
        new CfpbRecordView(
            number(row),
            day(row, extract ? "Date submitted" : "Date received"),
            day(row, extract ? "Date received" : "Date sent to company"),
            needed(row, "Product"),
            text(row, "Sub-product", LONGEST_FIELD),
            needed(row, "Issue"),
            text(row, "Sub-issue", LONGEST_FIELD),
            text(row, "Company", LONGEST_FIELD),
            needed(row, "Company response to consumer"),
            text(row, "Company public response", 300),
            text(row, "Consumer consent provided?", 50),
            text(row, "Consumer disputed?", 10),
            text(row, "Consumer complaint narrative", LONGEST_NARRATIVE),
            text(row, "State", 60),
            text(row, "ZIP code", 10),
            text(row, "Tags", 100),
            text(row, "Timely response?", 10),
            needed(row, "Submitted via"));
    check(said);
    return new CfpbRow(said);
  }

  /** The 18 fields as published. */
  CfpbRecordView said() {
    return said;
  }

  String reference() {
    return Long.toString(said.complaintId());
  }

  /** The case in our terms. */
  OutsideCase asCase(String number) {
    boolean open = said.companyResponse().equals(IN_PROGRESS);
    return new OutsideCase(
        number,
        SOURCE,
        reference(),
        open ? ComplaintStatus.ACCEPTED : ComplaintStatus.CLOSED,
        CHANNELS.get(said.submittedVia()),
        said.dateSentToCompany().atStartOfDay(ZONE).toInstant(),
        said.product(),
        said.subProduct(),
        said.issue(),
        said.subIssue(),
        said.narrative(),
        open ? null : CLOSINGS.get(said.companyResponse()),
        said.timely() == null ? null : said.timely().equals("Yes"),
        StepDetail.none()
            .with("companyResponse", said.companyResponse())
            .with("timely", said.timely()));
  }

  private static void check(CfpbRecordView said) throws Unfit {
    if (said.dateSentToCompany().isBefore(said.dateReceived())) {
      throw new Unfit(
          "date-order", said.dateReceived().toString(), said.dateSentToCompany().toString());
    }
    if (!CHANNELS.containsKey(said.submittedVia())) {
      throw new Unfit("channel", said.submittedVia());
    }
    boolean open = said.companyResponse().equals(IN_PROGRESS);
    if (!open && !CLOSINGS.containsKey(said.companyResponse())) {
      throw new Unfit("response", said.companyResponse());
    }
    boolean known = "Yes".equals(said.timely()) || "No".equals(said.timely());
    if (!known && !(open && said.timely() == null)) {
      throw new Unfit("timely", said.timely() == null ? "" : said.timely());
    }
  }

  private static long number(ImportRecord row) throws Unfit {
    String text = row.get("Complaint ID");
    if (!text.matches("[1-9]\\d{0,17}")) {
      throw new Unfit("id", text);
    }
    return Long.parseLong(text);
  }

  private static LocalDate day(ImportRecord row, String column) throws Unfit {
    try {
      return LocalDate.parse(row.get(column));
    } catch (DateTimeParseException e) {
      throw new Unfit("date", column, row.get(column));
    }
  }

  private static String needed(ImportRecord row, String column) throws Unfit {
    String text = text(row, column, LONGEST_FIELD);
    if (text == null) {
      throw new Unfit("missing", column);
    }
    return text;
  }

  private static String text(ImportRecord row, String column, int longest) throws Unfit {
    String text = row.get(column);
    if (text.length() > longest) {
      throw new Unfit("too-long", column, String.valueOf(longest));
    }
    return text.isEmpty() ? null : text;
  }

  /** A row that does not fit, with the code of the reason. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Object[] args;

    Unfit(String what, Object... args) {
      super("complaint.import." + what);
      this.args = args;
    }

    String code() {
      return getMessage();
    }

    Object[] args() {
      return args;
    }
  }
}
