package com.heyi.web.deposits;

import com.heyi.deposits.BookMovement;
import com.heyi.deposits.DepositsFacade;
import com.heyi.deposits.MovementKind;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.common.Lists;
import com.heyi.web.soap.SoapInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;

/** Answers {@link DepositsOperations}. */
@ApplicationScoped
public class DepositsOperationsBean implements DepositsOperations {
  @Inject private DepositsFacade deposits;

  @Override
  public SoapBalance getAccountBalance(String accountId) {
    return new SoapBalance(deposits.balance(SoapInput.id("accountId", accountId)));
  }

  @Override
  public SoapStatement getAccountStatement(String accountId, String cursor, Integer limit) {
    String wanted = limit == null ? null : limit.toString();
    String from = cursor == null || cursor.isBlank() ? null : cursor;
    return new SoapStatement(
        deposits.statement(
            SoapInput.id("accountId", accountId),
            PageRequest.after(from, Lists.limit(wanted), null, Map.of())));
  }

  @Override
  public SoapMovement bookMovement(
      String requestId,
      String accountId,
      String kind,
      BigDecimal amount,
      String counterparty,
      String memo) {
    return new SoapMovement(
        deposits.book(
            new BookMovement(
                SoapInput.id("accountId", accountId),
                SoapInput.oneOf("kind", MovementKind.class, kind),
                SoapInput.money("amount", amount),
                counterparty,
                memo)));
  }
}
