package com.heyi.web.invoices;

import com.heyi.invoices.Buyer;
import com.heyi.invoices.InvoiceKind;
import com.heyi.invoices.InvoiceStatus;
import com.heyi.invoices.InvoiceView;
import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Money;
import com.heyi.web.ui.PdfFonts;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An invoice as PDF, by the texts {@code invoice.paper.*} of a language; red ones in red. */
final class InvoicePaper {
  private static final int MARGIN = 36;
  private static final int SMALL = 9;
  private static final Color INK = Color.BLACK;
  private static final Color RED = new Color(0xB0, 0x1E, 0x1E);
  private static final Color RULE = new Color(0xC8, 0xD2, 0xD2);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final float[] WIDTHS = {0.7f, 3.6f, 2.9f, 1.1f, 1.6f, 1.6f, 1.2f, 1.5f};

  private final InvoiceView invoice;
  private final Locale locale;
  private final ZoneId zone;

  /**
   * @param zone the bank's, for times
   */
  InvoicePaper(InvoiceView invoice, Locale locale, ZoneId zone) {
    this.invoice = invoice;
    this.locale = locale;
    this.zone = zone;
  }

  /** Name of the file. */
  String fileName() {
    return invoice.row().number() + ".pdf";
  }

  /** Writes it. */
  void writeTo(OutputStream out) {
    boolean red = invoice.row().kind() == InvoiceKind.RED;
    BaseFont base = PdfFonts.of(locale);
    Font plain = new Font(base, SMALL, Font.NORMAL, red ? RED : INK);
    Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setCloseStream(false);
    document.addTitle(text("invoice.paper.title"));
    document.addCreator("Heyi");
    document.open();
    Paragraph title =
        new Paragraph(
            text("invoice.paper.title"), new Font(base, 16, Font.NORMAL, red ? RED : INK));
    title.setAlignment(Element.ALIGN_CENTER);
    title.setSpacingAfter(12);
    document.add(title);
    document.add(head(plain));
    document.add(lines(plain));
    document.add(sums(plain));
    if (red) {
      document.add(note(text("invoice.paper.red", numberOfBlue()), plain));
    }
    if (invoice.row().status() != InvoiceStatus.ISSUED) {
      document.add(note(text("invoice.paper.waiting"), plain));
    }
    document.add(note(text("invoice.paper.points"), plain));
    if (invoice.partlyByCard()) {
      document.add(note(text("invoice.paper.by-card"), plain));
    }
    document.close();
  }

  private PdfPTable head(Font font) {
    PdfPTable table = table(2);
    Buyer buyer = invoice.buyer();
    String official = invoice.row().officialNumber();
    pair(table, "page.invoices.official", official == null ? "—" : official, font);
    pair(table, "page.invoices.issued-at", time(invoice.row().issuedAt()), font);
    pair(table, "page.invoices.number", invoice.row().number(), font);
    pair(table, "page.invoices.order", invoice.row().orderNumber(), font);
    String named = buyer.title() == null ? text("page.invoices.buyer.person") : buyer.title();
    pair(table, "page.invoices.buyer", named, font);
    pair(table, "page.invoices.seller", invoice.sellerName(), font);
    String buyersNumber = buyer.taxNumber() == null ? "—" : buyer.taxNumber();
    pair(table, "page.invoices.tax-number", buyersNumber, font);
    pair(table, "page.invoices.tax-number", invoice.sellerTaxNumber(), font);
    return table;
  }

  private PdfPTable lines(Font font) {
    PdfPTable table = new PdfPTable(WIDTHS);
    table.setWidthPercentage(100);
    table.setSpacingBefore(8);
    table.setHeaderRows(1);
    for (String key : new String[] {"no", "name", "tax-code", "quantity", "price"}) {
      table.addCell(cell(text("page.invoices.line." + key), font, false));
    }
    table.addCell(cell(text("page.invoices.net"), font, true));
    table.addCell(cell(text("page.invoices.line.rate"), font, true));
    table.addCell(cell(text("page.invoices.tax"), font, true));
    for (InvoiceView.Line line : invoice.lines()) {
      table.addCell(cell(Integer.toString(line.lineNo()), font, false));
      table.addCell(cell(line.name(), font, false));
      table.addCell(cell(line.taxCode(), font, false));
      table.addCell(cell(line.toldQuantity().toPlainString(), font, false));
      table.addCell(cell(line.toldPrice().toPlainString(), font, false));
      table.addCell(cell(amount(line.net()), font, true));
      table.addCell(cell(line.percent().stripTrailingZeros().toPlainString() + "%", font, true));
      table.addCell(cell(amount(line.tax()), font, true));
    }
    return table;
  }

  private PdfPTable sums(Font font) {
    PdfPTable table = table(3);
    table.setSpacingBefore(8);
    pair(table, "page.invoices.net", "¥" + amount(invoice.row().net()), font);
    pair(table, "page.invoices.tax", "¥" + amount(invoice.row().tax()), font);
    pair(table, "page.invoices.gross", "¥" + amount(invoice.row().gross()), font);
    return table;
  }

  private String numberOfBlue() {
    String official = invoice.blue().officialNumber();
    return official == null ? invoice.blue().number() : official;
  }

  private static PdfPTable table(int columns) {
    PdfPTable table = new PdfPTable(columns);
    table.setWidthPercentage(100);
    return table;
  }

  private void pair(PdfPTable table, String labelKey, String value, Font font) {
    table.addCell(cell(text(labelKey) + "  " + value, font, false));
  }

  private static PdfPCell cell(String content, Font font, boolean right) {
    PdfPCell cell = new PdfPCell(new Phrase(content, font));
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(RULE);
    cell.setPadding(4);
    cell.setHorizontalAlignment(right ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
    return cell;
  }

  private static Paragraph note(String words, Font font) {
    Paragraph note = new Paragraph(words, font);
    note.setSpacingBefore(8);
    return note;
  }

  private static String amount(Money money) {
    return money.amount().toPlainString();
  }

  private String time(Instant moment) {
    return moment == null ? "—" : TIME.format(moment.atZone(zone));
  }

  private String text(String key, Object... args) {
    return Texts.get(locale, key, args);
  }
}
