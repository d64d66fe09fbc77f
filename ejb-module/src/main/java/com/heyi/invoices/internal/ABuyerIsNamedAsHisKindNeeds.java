package com.heyi.invoices.internal;

import com.heyi.invoices.Buyer;
import com.heyi.invoices.BuyerKind;
import com.heyi.invoices.InvoiceError;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import java.util.ArrayList;
import java.util.List;

/**
 * A company is named by its title and tax number, whose check character is right; a person by a
 * name or not at all, and never by a tax number (发票管理办法实施细则: 抬头与纳税人识别号).
 */
final class ABuyerIsNamedAsHisKindNeeds {
  private ABuyerIsNamedAsHisKindNeeds() {}

  /**
   * @return the buyer with his tax number as it is written
   * @throws HeyiException {@link CommonError#INVALID} with every field that is wrong
   */
  static Buyer checked(Buyer buyer) {
    List<FieldError> wrong = new ArrayList<>();
    if (buyer.kind() == BuyerKind.PERSON) {
      if (buyer.taxNumber() != null) {
        wrong.add(error("buyer.taxNumber", InvoiceError.TAX_NUMBER_OF_PERSON));
      }
    } else {
      if (buyer.title() == null) {
        wrong.add(error("buyer.title", InvoiceError.TITLE_MISSING));
      }
      if (buyer.taxNumber() == null) {
        wrong.add(error("buyer.taxNumber", InvoiceError.TAX_NUMBER_MISSING));
      } else if (UnifiedSocialCreditCode.parse(buyer.taxNumber()).isEmpty()) {
        wrong.add(error("buyer.taxNumber", InvoiceError.TAX_NUMBER_INVALID));
      }
    }
    if (!wrong.isEmpty()) {
      throw HeyiException.ofFields(CommonError.INVALID, wrong);
    }
    return buyer.kind() == BuyerKind.PERSON
        ? buyer
        : new Buyer(
            buyer.kind(),
            buyer.title(),
            UnifiedSocialCreditCode.parse(buyer.taxNumber()).orElseThrow().value());
  }

  private static FieldError error(String field, InvoiceError error) {
    return FieldError.of(field, error.code());
  }
}
