package com.heyi.architecture.planted.loans.internal;

import com.heyi.architecture.planted.loans.PublicLoan;
import com.heyi.shared.facade.Facade;

@Facade
public class HiddenFacade {
  PublicLoan findLoan() {
    return null;
  }
}
