package com.heyi.web.deposits;

import com.heyi.deposits.BookMovement;
import com.heyi.deposits.DepositsFacade;
import com.heyi.deposits.MovementKind;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.web.common.Lists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers {@link DepositsOperations}. */
@ApplicationScoped
public class DepositsOperationsBean implements DepositsOperations {
  @Inject private DepositsFacade deposits;

  @Override
  public SoapBalance getAccountBalance(String accountId) {
    return new SoapBalance(deposits.balance(id(accountId)));
  }

  @Override
  public SoapStatement getAccountStatement(String accountId, String cursor, Integer limit) {
    String wanted = limit == null ? null : limit.toString();
    String from = cursor == null || cursor.isBlank() ? null : cursor;
    return new SoapStatement(
        deposits.statement(
            id(accountId), PageRequest.after(from, Lists.limit(wanted), null, Map.of())));
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
            new BookMovement(id(accountId), kind(kind), money(amount), counterparty, memo)));
  }

  private static MovementKind kind(String text) {
    return Arrays.stream(MovementKind.values())
        .filter(known -> known.name().equals(text))
        .findFirst()
        .orElseThrow(() -> wrong("kind", "constraint.Pattern"));
  }

  private static Money money(BigDecimal amount) {
    if (amount == null) {
      throw wrong("amount", "constraint.NotNull");
    }
    if (amount.stripTrailingZeros().scale() > Money.CNY.getDefaultFractionDigits()) {
      throw wrong("amount", "constraint.Digits");
    }
    return new Money(amount, Money.CNY);
  }

  private static UUID id(String text) {
    if (text == null) {
      throw wrong("accountId", "constraint.NotNull");
    }
    return Ids.parse(text.strip());
  }

  private static HeyiException wrong(String field, String code) {
    return HeyiException.ofFields(CommonError.INVALID, List.of(FieldError.of(field, code)));
  }
}
