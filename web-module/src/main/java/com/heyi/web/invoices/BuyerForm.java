package com.heyi.web.invoices;

import com.heyi.invoices.Buyer;
import com.heyi.invoices.BuyerKind;
import java.io.Serializable;

/** The fields of a form that say to whom an invoice is made out. */
public class BuyerForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private BuyerKind kind = BuyerKind.PERSON;
  private String title;
  private String taxNumber;

  /** What the form says. */
  Buyer buyer() {
    return new Buyer(kind, title, taxNumber);
  }

  /** Shows this one. */
  void show(Buyer buyer) {
    kind = buyer.kind();
    title = buyer.title();
    taxNumber = buyer.taxNumber();
  }

  public BuyerKind[] getKinds() {
    return BuyerKind.values();
  }

  public BuyerKind getKind() {
    return kind;
  }

  public void setKind(BuyerKind kind) {
    this.kind = kind;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getTaxNumber() {
    return taxNumber;
  }

  public void setTaxNumber(String taxNumber) {
    this.taxNumber = taxNumber;
  }
}
