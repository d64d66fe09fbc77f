package com.heyi.architecture.planted.cards;

import com.heyi.architecture.planted.loans.LoansFacade;
import com.heyi.architecture.planted.loans.internal.HiddenFacade;

public class BorrowingCard {
  HiddenFacade reachInto;
  LoansFacade andBack;
}
