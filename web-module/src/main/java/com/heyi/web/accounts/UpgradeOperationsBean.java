package com.heyi.web.accounts;

import com.heyi.accounts.DocumentKind;
import com.heyi.accounts.DocumentView;
import com.heyi.accounts.RecordDocument;
import com.heyi.accounts.UpgradeAccount;
import com.heyi.accounts.UpgradesFacade;
import com.heyi.web.soap.SoapInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Answers {@link UpgradeOperations}. */
@ApplicationScoped
public class UpgradeOperationsBean implements UpgradeOperations {
  @Inject private UpgradesFacade upgrades;

  @Override
  public List<SoapDocument> getDocuments(String customerId) {
    return told(upgrades.documents(SoapInput.id("customerId", customerId)));
  }

  @Override
  public List<SoapDocument> recordDocument(
      String requestId,
      String customerId,
      String documentKind,
      String documentNumber,
      String expiresOn) {
    return told(
        upgrades.record(
            new RecordDocument(
                SoapInput.id("customerId", customerId),
                SoapInput.oneOf("documentKind", DocumentKind.class, documentKind),
                documentNumber,
                SoapInput.day("expiresOn", expiresOn))));
  }

  @Override
  public SoapAccount upgradeAccount(String requestId, String accountId, long expectedVersion) {
    return new SoapAccount(
        upgrades.upgrade(
            new UpgradeAccount(SoapInput.id("accountId", accountId), expectedVersion)));
  }

  private static List<SoapDocument> told(List<DocumentView> documents) {
    return documents.stream().map(SoapDocument::new).toList();
  }
}
