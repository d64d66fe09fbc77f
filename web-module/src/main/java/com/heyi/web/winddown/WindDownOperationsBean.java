package com.heyi.web.winddown;

import com.heyi.web.soap.SoapInput;
import com.heyi.winddown.WindDownFacade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Answers {@link WindDownOperations}. */
@ApplicationScoped
public class WindDownOperationsBean implements WindDownOperations {
  @Inject private WindDownFacade closings;

  @Override
  public List<SoapMigrationProof> getMigrationProofs(String customerId) {
    return closings.proofsOf(SoapInput.id("customerId", customerId)).stream()
        .map(SoapMigrationProof::new)
        .toList();
  }
}
