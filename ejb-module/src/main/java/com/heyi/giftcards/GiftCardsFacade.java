package com.heyi.giftcards;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.giftcards.internal.CardBook;
import com.heyi.giftcards.internal.CardRules;
import com.heyi.giftcards.internal.Cards;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.WeightUnit;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Gift cards. A branch system works with those that its branch has issued; whoever has a code may
 * ask anywhere what is left.
 */
@Facade
@Stateless
public class GiftCardsFacade {
  @Inject private Cards cards;
  @Inject private CardBook book;
  @Inject private CardRules rules;
  @Inject private CustomerDirectory customers;

  public GiftCardsFacade() {}

  GiftCardsFacade(Cards cards, CardBook book, CardRules rules, CustomerDirectory customers) {
    this.cards = cards;
    this.book = book;
    this.rules = rules;
    this.customers = customers;
  }

  /**
   * Issues a card; it weighs the amount. Nobody can use it before it is handed over.
   *
   * @throws HeyiException {@link GiftCardsError#AMOUNT}, {@link GiftCardsError#REASON_MISSING};
   *     {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH} for the customer
   */
  @Command(
      value = "gift-card.issue",
      by = {OPERATOR, BRANCH},
      weighs = WeightUnit.FEN)
  public GiftCardView issue(IssueCard command) {
    if (command.customerId() != null) {
      customers.requireServed(command.customerId());
    }
    return book.view(cards.issue(command));
  }

  /**
   * Draws the code of a card and tells it, this once. Who loses the answer replaces the card.
   *
   * @throws HeyiException {@link GiftCardsError#HANDED_OVER}, {@link GiftCardsError#STATUS}, {@link
   *     GiftCardsError#EXPIRED}, {@link GiftCardsError#NO_KEY}, {@link CommonError#VERSION_MOVED},
   *     {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Command(
      value = "gift-card.hand-over",
      by = {OPERATOR, BRANCH})
  public CardHandedOver handOver(HandOverCard command) {
    String code = cards.handOver(command);
    return new CardHandedOver(book.view(command.cardId()), code);
  }

  /**
   * Lets a lost card pay nothing.
   *
   * @throws HeyiException {@link GiftCardsError#STATUS}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Command(
      value = "gift-card.block",
      by = {OPERATOR, BRANCH})
  public GiftCardView block(BlockCard command) {
    cards.block(command);
    return book.view(command.cardId());
  }

  /**
   * Puts what is left on a lost card onto a new one; it weighs that. The old code pays nothing any
   * more.
   *
   * @return the new card
   * @throws HeyiException {@link GiftCardsError#STATUS}, {@link GiftCardsError#EMPTY}, {@link
   *     CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Command(
      value = "gift-card.replace",
      by = {OPERATOR, BRANCH},
      weighs = WeightUnit.FEN)
  public GiftCardView replace(ReplaceCard command) {
    return book.view(cards.replace(command));
  }

  /**
   * Puts what was written off back onto an expired card; it weighs that.
   *
   * @throws HeyiException {@link GiftCardsError#STATUS}, {@link
   *     GiftCardsError#NOTHING_WRITTEN_OFF}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(value = "gift-card.reactivate", by = OPERATOR, weighs = WeightUnit.FEN)
  public GiftCardView reactivate(ReactivateCard command) {
    cards.reactivate(command);
    return book.view(command.cardId());
  }

  /**
   * What is left on the card with a code.
   *
   * @throws HeyiException {@link GiftCardsError#CODE_UNKNOWN}, which counts against the caller;
   *     {@link GiftCardsError#CODE_LOCKED}; {@link GiftCardsError#NO_KEY}
   */
  @Query(
      value = "gift-card.balance",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH})
  public CardBalance balance(CheckCode question) {
    return book.balance(cards.byCode(question.code()));
  }

  /**
   * Gift cards, newest first unless asked otherwise.
   *
   * <p>Filters: {@code number} (its beginning), {@code status}, {@code branch}, {@code customer}
   * (his number). Sorts: {@code issuedAt}, {@code expiresOn}, {@code balance}.
   */
  @Query(
      value = "gift-card.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public Page<GiftCardView> list(PageRequest request) {
    return book.page(request);
  }

  /**
   * One card.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "gift-card.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true)
  public GiftCardView view(UUID cardId) {
    return book.view(cardId);
  }

  /**
   * All that has moved on a card, the latest first.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "gift-card.movements",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public List<CardMovementView> movements(UUID cardId) {
    return book.movements(cardId);
  }

  /** What is owed to bearers, with the trial balance proved from all postings. */
  @Query(
      value = "gift-card.books",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public GiftCardBooks books() {
    return book.books();
  }

  /** All rules that were ever set, the newest first. */
  @Query(
      value = "gift-card.rules",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR})
  public List<CardRule> rules() {
    return rules.list();
  }

  /**
   * Sets a rule from a day on.
   *
   * @throws HeyiException {@link GiftCardsError#RULE_PAST}, {@link GiftCardsError#RULE_DUPLICATE},
   *     {@link GiftCardsError#AMOUNT}
   */
  @Command(value = "gift-card.set-rule", by = HEAD_OFFICE_ADMIN)
  public CardRule setRule(SetCardRule command) {
    return rules.set(command);
  }
}
