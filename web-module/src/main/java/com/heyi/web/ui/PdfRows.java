package com.heyi.web.ui;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Rows as a PDF to be read and filed: A4 across, or A3 for more columns than A4 holds legibly; the
 * headings on every page, the page numbered.
 */
final class PdfRows implements RowFile {
  private static final int MARGIN = 28;
  private static final int FOOT = 16;
  private static final int SMALL = 7;
  private static final int ROWS_IN_MEMORY = 100;
  private static final int MOST_COLUMNS_OF_A4 = 10;
  private static final Color HEAD = new Color(0xE6, 0xEE, 0xEE);
  private static final Color RULE = new Color(0xC8, 0xD2, 0xD2);

  private final Document document;
  private final BaseFont base;
  private final Font plain;
  private final Function<Object, String> text;
  private PdfPTable table;
  private int rows;

  PdfRows(
      OutputStream out,
      String title,
      List<String> headers,
      Locale locale,
      Function<Object, String> text)
      throws IOException {
    this.text = text;
    this.base = PdfFonts.of(locale);
    this.plain = new Font(base, SMALL);
    Rectangle paper = headers.size() > MOST_COLUMNS_OF_A4 ? PageSize.A3 : PageSize.A4;
    this.document = new Document(paper.rotate(), MARGIN, MARGIN, MARGIN, 36);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setCloseStream(false);
    writer.setPageEvent(new PageNumbers());
    document.addTitle(title);
    document.addCreator("Heyi");
    document.open();
    Paragraph heading = new Paragraph(title, new Font(base, 14));
    heading.setSpacingAfter(8);
    document.add(heading);
    table = new PdfPTable(headers.size());
    table.setWidthPercentage(100);
    table.setComplete(false);
    table.setHeaderRows(1);
    headers.forEach(header -> table.addCell(cell(header, HEAD)));
  }

  @Override
  public void row(List<?> values) throws IOException {
    values.forEach(value -> table.addCell(cell(value == null ? "" : text.apply(value), null)));
    rows++;
    if (rows % ROWS_IN_MEMORY == 0) {
      document.add(table);
    }
  }

  @Override
  public void note(String line) throws IOException {
    endTable();
    Paragraph note = new Paragraph(line, new Font(base, 9));
    note.setSpacingBefore(8);
    document.add(note);
  }

  @Override
  public void close() throws IOException {
    endTable();
    document.close();
  }

  private void endTable() {
    if (table != null) {
      table.setComplete(true);
      document.add(table);
      table = null;
    }
  }

  private PdfPCell cell(String content, Color background) {
    PdfPCell cell = new PdfPCell(new Phrase(content, plain));
    cell.setBackgroundColor(background);
    cell.setBorder(Rectangle.BOTTOM);
    cell.setBorderColor(RULE);
    cell.setPadding(3);
    return cell;
  }

  /** Writes the number at the foot of each page. */
  private final class PageNumbers extends PdfPageEventHelper {
    @Override
    public void onEndPage(PdfWriter writer, Document page) {
      ColumnText.showTextAligned(
          writer.getDirectContent(),
          Element.ALIGN_RIGHT,
          new Phrase(Integer.toString(writer.getPageNumber()), plain),
          page.right(),
          FOOT,
          0);
    }
  }
}
