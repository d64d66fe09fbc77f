package com.heyi.web.ui;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * The fonts of PDF files: those that every reader knows by name (Adobe's collections GB1 and CNS1),
 * so that no font of twenty megabytes has to be carried in each file.
 */
public final class PdfFonts {
  private PdfFonts() {}

  /** The font for a language; it holds Latin letters too. */
  public static BaseFont of(Locale locale) {
    try {
      return "TW".equals(locale.getCountry())
          ? BaseFont.createFont("MSung-Light", "UniCNS-UCS2-H", BaseFont.NOT_EMBEDDED)
          : BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
