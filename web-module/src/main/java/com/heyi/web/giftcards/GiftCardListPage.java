package com.heyi.web.giftcards;

import com.heyi.giftcards.CardBalance;
import com.heyi.giftcards.CardStatus;
import com.heyi.giftcards.CheckCode;
import com.heyi.giftcards.GiftCardBooks;
import com.heyi.giftcards.GiftCardView;
import com.heyi.giftcards.GiftCardsFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** All gift cards, what is owed by them, and what is left on the one with a code. */
@PageAt(value = "/giftcards/list.xhtml", facade = GiftCardsFacade.class, needs = "list")
@Named
@ViewScoped
public class GiftCardListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private GiftCardsFacade cards;
  private final FormKey key = new FormKey();
  private LazyList<GiftCardView> list;
  private transient GiftCardBooks books;
  private transient CardBalance asked;
  private String code;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(cards::list, "number", "status", "branch", "customer");
  }

  /** Asks what is left on the card whose code was typed; the code is not kept. */
  public void ask() {
    CheckCode question = new CheckCode(code);
    code = null;
    asked = Commands.run(key, () -> cards.balance(question)).orElse(null);
  }

  public void export() {
    XlsxExport.of("page.gift-cards.title", list)
        .column("page.gift-card.number", GiftCardView::number)
        .column("page.gift-card.status", GiftCardView::status)
        .column("page.gift-card.amount", GiftCardView::amount)
        .column("page.gift-card.balance", GiftCardView::balance)
        .column("page.gift-card.expires-on", GiftCardView::expiresOn)
        .column("page.gift-card.customer", GiftCardView::customerNumber)
        .column("page.gift-card.branch", GiftCardView::branch)
        .column("page.gift-card.issued-at", GiftCardView::issuedAt)
        .send();
  }

  /** Whether the caller's role may issue cards. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.OPERATOR);
  }

  /** Whether the caller's role may ask by a code. */
  public boolean isAsking() {
    Caller caller = CallContext.current();
    return caller.has(Role.OPERATOR) || caller.has(Role.HEAD_OFFICE_ADMIN);
  }

  /** Whether the caller's role may see what is owed by all cards. */
  public boolean isAccounting() {
    Caller caller = CallContext.current();
    return caller.has(Role.AUDITOR) || isAsking();
  }

  public GiftCardBooks getBooks() {
    if (books == null) {
      books = cards.books();
    }
    return books;
  }

  public CardBalance getAsked() {
    return asked;
  }

  public LazyList<GiftCardView> getList() {
    return list;
  }

  public CardStatus[] getStatuses() {
    return CardStatus.values();
  }

  public FormKey getKey() {
    return key;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
