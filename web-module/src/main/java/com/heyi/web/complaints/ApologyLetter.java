package com.heyi.web.complaints;

import com.heyi.complaints.LetterView;
import com.heyi.complaints.RedressKind;
import com.heyi.complaints.RedressView;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.PdfFonts;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Locale;

/** A letter of apology as PDF, by the texts {@code letter.*} of a language. */
public final class ApologyLetter {
  private static final int MARGIN = 72;
  private static final int LEADING = 22;

  private final LetterView letter;
  private final Locale locale;
  private final ZoneId zone;

  /**
   * @param zone the bank's, for days
   */
  public ApologyLetter(LetterView letter, Locale locale, ZoneId zone) {
    this.letter = letter;
    this.locale = locale;
    this.zone = zone;
  }

  /** Name of the file. */
  public String fileName() {
    return letter.number() + ".pdf";
  }

  /** Writes it. */
  public void writeTo(OutputStream out) {
    BaseFont base = PdfFonts.of(locale);
    Font plain = new Font(base, 11);
    Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setCloseStream(false);
    document.addTitle(text("letter.title"));
    document.addCreator("Heyi");
    document.open();
    Paragraph title = new Paragraph(text("letter.title"), new Font(base, 16));
    title.setAlignment(Element.ALIGN_CENTER);
    title.setSpacingAfter(24);
    document.add(title);
    String name = letter.name() == null ? text("letter.nobody") : letter.name();
    document.add(paragraph(text("letter.salutation", name), plain));
    document.add(
        paragraph(
            text(
                "letter.received",
                letter.receivedAt().atZone(zone).toLocalDate(),
                letter.product(),
                letter.number()),
            plain));
    document.add(paragraph(text("letter.sorry"), plain));
    if (letter.answer() != null) {
      document.add(paragraph(letter.answer(), plain));
    } else {
      document.add(paragraph(text("letter.measures", letter.measures()), plain));
    }
    for (RedressView one : letter.redress()) {
      document.add(paragraph(given(one), plain));
    }
    document.add(paragraph(text("letter.review"), plain));
    Paragraph end = paragraph(text("letter.bank"), plain);
    end.setAlignment(Element.ALIGN_RIGHT);
    end.setSpacingBefore(24);
    document.add(end);
    Paragraph day = paragraph(letter.day().toString(), plain);
    day.setAlignment(Element.ALIGN_RIGHT);
    document.add(day);
    document.close();
  }

  private String given(RedressView one) {
    return one.kind() == RedressKind.MONEY
        ? text("letter.money", one.money().amount())
        : text("letter.points", one.points().amount());
  }

  private Paragraph paragraph(String words, Font font) {
    Paragraph paragraph = new Paragraph(words, font);
    paragraph.setLeading(LEADING);
    paragraph.setSpacingAfter(10);
    return paragraph;
  }

  private String text(String key, Object... args) {
    return Texts.get(locale, key, args);
  }
}
