package com.heyi.web.giftcards;

import com.heyi.web.soap.SoapFaults;
import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import java.math.BigDecimal;

/** Gift cards for branch systems: those that the branch has issued, and whatever code is shown. */
@WebService(targetNamespace = SoapFaults.NAMESPACE)
public interface GiftCardOperations {

  /** What is left on the card with a code; too many wrong ones are refused for a while. */
  @WebMethod
  @WebResult(name = "giftCard")
  SoapGiftCard getGiftCardBalance(@WebParam(name = "code") String code);

  /** A card that the branch has issued. */
  @WebMethod
  @WebResult(name = "giftCard")
  SoapGiftCard getGiftCard(@WebParam(name = "cardId") String cardId);

  /**
   * Issues a card, which pays nothing before it is handed over.
   *
   * @param amount yuan
   * @param funding CASH or GIVEN
   * @param customerId who gets it; absent when that is not known
   * @param reason why; needed when it is given away
   */
  @WebMethod
  @WebResult(name = "giftCard")
  SoapGiftCard issueGiftCard(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "amount") BigDecimal amount,
      @WebParam(name = "funding") String funding,
      @WebParam(name = "customerId") String customerId,
      @WebParam(name = "reason") String reason);

  /** Draws the code of a card and tells it, this once: a retry is told no code. */
  @WebMethod
  @WebResult(name = "giftCard")
  SoapGiftCard handOverGiftCard(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "cardId") String cardId,
      @WebParam(name = "expectedVersion") long expectedVersion);

  /** Lets a lost card pay nothing. */
  @WebMethod
  @WebResult(name = "giftCard")
  SoapGiftCard blockGiftCard(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "cardId") String cardId,
      @WebParam(name = "expectedVersion") long expectedVersion,
      @WebParam(name = "reason") String reason);

  /** Puts what is left on a lost card onto a new one, and answers that. */
  @WebMethod
  @WebResult(name = "giftCard")
  SoapGiftCard replaceGiftCard(
      @WebParam(name = "requestId") String requestId,
      @WebParam(name = "cardId") String cardId,
      @WebParam(name = "expectedVersion") long expectedVersion,
      @WebParam(name = "reason") String reason);
}
