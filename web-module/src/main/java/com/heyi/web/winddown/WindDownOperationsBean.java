package com.heyi.web.winddown;

import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.value.Ids;
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
    if (customerId == null) {
      throw HeyiException.ofFields(
          CommonError.INVALID, List.of(FieldError.of("customerId", "constraint.NotNull")));
    }
    return closings.proofsOf(Ids.parse(customerId.strip())).stream()
        .map(SoapMigrationProof::new)
        .toList();
  }
}
