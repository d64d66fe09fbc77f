package com.heyi.web.ui;

import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.CustomerView;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import jakarta.faces.model.SelectItem;
import java.util.List;

/** The accounts from which a customer can pay, for a form in which one is chosen. */
public final class PayingAccounts {
  private PayingAccounts() {}

  /** His open accounts, by type and number. */
  public static List<SelectItem> of(CustomerView customer) {
    return customer.accounts().stream()
        .filter(account -> account.status() == AccountStatus.OPEN)
        .map(
            account ->
                new SelectItem(
                    account.id().toString(),
                    Texts.of(CallContext.current().locale(), account.type())
                        + " "
                        + account.number()))
        .toList();
  }
}
