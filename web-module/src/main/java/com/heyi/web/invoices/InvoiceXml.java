package com.heyi.web.invoices;

import com.heyi.invoices.InvoiceView;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An invoice as XML for a buyer's own books, with the fields that the authority's gateway gets. It
 * is not the authority's signed file (the EInvoice XML), which only the authority can make.
 */
final class InvoiceXml {
  private final InvoiceView invoice;

  InvoiceXml(InvoiceView invoice) {
    this.invoice = invoice;
  }

  /** Writes it, in UTF-8. */
  void writeTo(OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("invoice");
      field(xml, "number", invoice.row().officialNumber());
      field(xml, "requestNumber", invoice.row().number());
      field(xml, "kind", invoice.row().kind());
      field(xml, "status", invoice.row().status());
      field(xml, "issuedAt", invoice.row().issuedAt());
      field(xml, "blueNumber", invoice.blue() == null ? null : invoice.blue().officialNumber());
      field(xml, "sellerName", invoice.sellerName());
      field(xml, "sellerTaxNumber", invoice.sellerTaxNumber());
      field(xml, "buyerKind", invoice.buyer().kind());
      field(xml, "buyerName", invoice.buyer().title());
      field(xml, "buyerTaxNumber", invoice.buyer().taxNumber());
      field(xml, "amount", invoice.row().net().amount());
      field(xml, "tax", invoice.row().tax().amount());
      field(xml, "total", invoice.row().gross().amount());
      for (InvoiceView.Line line : invoice.lines()) {
        xml.writeStartElement("line");
        field(xml, "no", line.lineNo());
        field(xml, "name", line.name());
        field(xml, "taxCode", line.taxCode());
        field(xml, "quantity", line.toldQuantity());
        field(xml, "unitPrice", line.toldPrice());
        field(xml, "ratePercent", line.percent());
        field(xml, "amount", line.net().amount());
        field(xml, "tax", line.tax().amount());
        field(xml, "total", line.gross().amount());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException("The invoice cannot be written as XML", e);
    }
  }

  /** What is not there is left out. */
  private static void field(XMLStreamWriter xml, String name, Object value)
      throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement(name);
      xml.writeCharacters(
          value instanceof BigDecimal number ? number.toPlainString() : value.toString());
      xml.writeEndElement();
    }
  }
}
