package com.heyi.architecture.planted.loans;

import com.heyi.architecture.planted.cards.BorrowingCard;
import com.heyi.shared.facade.ApprovedRun;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.LocalDate;

@Facade
@Stateless
public class LoansFacade {
  private double roughAmount;

  @Query(value = "loan.show", by = Role.OPERATOR)
  public PublicLoan show(BorrowingCard card) {
    return new PublicLoan();
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void waive() throws Exception {
    ApprovedRun.run(null, null, null, () -> null, ran -> {});
  }

  double roughAmount() {
    return roughAmount;
  }

  static LocalDate today() {
    return LocalDate.now();
  }
}
