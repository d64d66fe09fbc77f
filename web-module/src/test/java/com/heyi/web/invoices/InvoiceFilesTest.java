package com.heyi.web.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.invoices.Buyer;
import com.heyi.invoices.BuyerKind;
import com.heyi.invoices.InvoiceKind;
import com.heyi.invoices.InvoiceRow;
import com.heyi.invoices.InvoiceStatus;
import com.heyi.invoices.InvoiceView;
import com.heyi.shared.text.Texts;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.lowagie.text.pdf.PdfReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** An invoice as files that leave the house. */
class InvoiceFilesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String TITLE = "福州<合一>贸易 & 服务有限公司";

  static List<Locale> languages() {
    return Texts.SPOKEN;
  }

  @ParameterizedTest
  @MethodSource("languages")
  void thePaperIsAPdfInEveryLanguageHoweverManyLines(Locale locale) throws IOException {
    PdfReader one = pdf(invoice(InvoiceKind.BLUE, InvoiceStatus.ISSUED, 1), locale);
    assertThat(one.getNumberOfPages()).isEqualTo(1);
    assertThat(firstPage(one)).contains(ucs2("12345678901234567890"), ucs2("电水壶"));
    assertThat(
            pdf(invoice(InvoiceKind.BLUE, InvoiceStatus.WAITING, 200), locale).getNumberOfPages())
        .isGreaterThan(2);
  }

  @Test
  void aRedOneNamesItsBlueOne() throws IOException {
    PdfReader red = pdf(invoice(InvoiceKind.RED, InvoiceStatus.WAITING, 1), Locale.ENGLISH);
    assertThat(firstPage(red)).contains(ucs2("FP2026-00000001"));
  }

  @Test
  void theXmlSaysTheSameWhateverCharactersATitleHas() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new InvoiceXml(invoice(InvoiceKind.BLUE, InvoiceStatus.ISSUED, 2)).writeTo(out);
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(out.toByteArray()))
            .getDocumentElement();
    assertThat(text(root, "buyerName")).isEqualTo(TITLE);
    assertThat(text(root, "number")).isEqualTo("12345678901234567890");
    assertThat(root.getElementsByTagName("line").getLength()).isEqualTo(2);
    assertThat(root.getElementsByTagName("blueNumber").getLength()).isZero();
    assertThat(root.getElementsByTagName("unitPrice").item(1).getTextContent())
        .isEqualTo("0.00000099");
  }

  private static String firstPage(PdfReader reader) throws IOException {
    return new String(reader.getPageContent(1), StandardCharsets.ISO_8859_1);
  }

  /** The text as the page writes it in a font of the collection: two bytes a character. */
  private static String ucs2(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
  }

  private static String text(Element root, String name) {
    return root.getElementsByTagName(name).item(0).getTextContent();
  }

  private static PdfReader pdf(InvoiceView invoice, Locale locale) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new InvoicePaper(invoice, locale, ZONE).writeTo(out);
    return new PdfReader(out.toByteArray());
  }

  private static InvoiceView invoice(InvoiceKind kind, InvoiceStatus status, int lines) {
    boolean issued = status == InvoiceStatus.ISSUED;
    boolean red = kind == InvoiceKind.RED;
    InvoiceRow row =
        new InvoiceRow(
            Ids.next(),
            0,
            red ? "FP2026-00000002" : "FP2026-00000001",
            kind,
            status,
            null,
            issued ? "12345678901234567890" : null,
            Ids.next(),
            "M20260310-000001",
            Ids.next(),
            "C1",
            "欧阳娜",
            "B0101",
            Money.cny("9.90"),
            Money.cny("8.76"),
            Money.cny("1.14"),
            Instant.parse("2026-03-10T04:00:00Z"),
            issued ? Instant.parse("2026-03-10T04:00:10Z") : null);
    return new InvoiceView(
        row,
        "合一银行",
        "91350100M000100Y43",
        new Buyer(BuyerKind.COMPANY, TITLE, "91350100M000100Y43"),
        red ? new InvoiceView.Named(Ids.next(), "FP2026-00000001", null, Money.cny("9.90")) : null,
        List.of(),
        IntStream.rangeClosed(1, lines).mapToObj(InvoiceFilesTest::line).toList(),
        0,
        null,
        null,
        "wang");
  }

  private static InvoiceView.Line line(int at) {
    return new InvoiceView.Line(
        at,
        Ids.next(),
        "K-" + at,
        "电水壶 " + at,
        "1000000000000000000",
        new BigDecimal("13.00"),
        1,
        Money.cny("9.90"),
        Money.cny("9.90"),
        Money.cny("0.00"),
        Money.cny("8.76"),
        Money.cny("1.14"),
        BigDecimal.ONE,
        at == 2 ? new BigDecimal("0.00000099") : new BigDecimal("9.90"));
  }
}
