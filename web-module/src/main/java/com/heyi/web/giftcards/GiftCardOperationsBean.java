package com.heyi.web.giftcards;

import com.heyi.giftcards.BlockCard;
import com.heyi.giftcards.CardHandedOver;
import com.heyi.giftcards.CheckCode;
import com.heyi.giftcards.Funding;
import com.heyi.giftcards.GiftCardsFacade;
import com.heyi.giftcards.HandOverCard;
import com.heyi.giftcards.IssueCard;
import com.heyi.giftcards.ReplaceCard;
import com.heyi.web.soap.SoapInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;

/** Answers {@link GiftCardOperations}. */
@ApplicationScoped
public class GiftCardOperationsBean implements GiftCardOperations {
  @Inject private GiftCardsFacade cards;

  @Override
  public SoapGiftCard getGiftCardBalance(String code) {
    return new SoapGiftCard(cards.balance(new CheckCode(code)));
  }

  @Override
  public SoapGiftCard getGiftCard(String cardId) {
    return new SoapGiftCard(cards.view(SoapInput.id("cardId", cardId)), null);
  }

  @Override
  public SoapGiftCard issueGiftCard(
      String requestId, BigDecimal amount, String funding, String customerId, String reason) {
    boolean known = customerId != null && !customerId.isBlank();
    IssueCard command =
        new IssueCard(
            SoapInput.money("amount", amount),
            SoapInput.oneOf("funding", Funding.class, funding),
            known ? SoapInput.id("customerId", customerId) : null,
            reason);
    return new SoapGiftCard(cards.issue(command), null);
  }

  @Override
  public SoapGiftCard handOverGiftCard(String requestId, String cardId, long expectedVersion) {
    CardHandedOver done =
        cards.handOver(new HandOverCard(SoapInput.id("cardId", cardId), expectedVersion));
    return new SoapGiftCard(done.card(), done.code());
  }

  @Override
  public SoapGiftCard blockGiftCard(
      String requestId, String cardId, long expectedVersion, String reason) {
    BlockCard command = new BlockCard(SoapInput.id("cardId", cardId), expectedVersion, reason);
    return new SoapGiftCard(cards.block(command), null);
  }

  @Override
  public SoapGiftCard replaceGiftCard(
      String requestId, String cardId, long expectedVersion, String reason) {
    ReplaceCard command = new ReplaceCard(SoapInput.id("cardId", cardId), expectedVersion, reason);
    return new SoapGiftCard(cards.replace(command), null);
  }
}
