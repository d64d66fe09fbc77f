package com.heyi.web.giftcards;

import com.heyi.giftcards.BlockCard;
import com.heyi.giftcards.CardHandedOver;
import com.heyi.giftcards.CardMovementView;
import com.heyi.giftcards.CardStatus;
import com.heyi.giftcards.GiftCardView;
import com.heyi.giftcards.GiftCardsFacade;
import com.heyi.giftcards.HandOverCard;
import com.heyi.giftcards.ReactivateCard;
import com.heyi.giftcards.ReplaceCard;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Param;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One gift card with its movements. */
@PageAt(value = "/giftcards/card.xhtml", facade = GiftCardsFacade.class, needs = "view")
@Named
@ViewScoped
public class GiftCardPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private GiftCardsFacade cards;
  private final FormKey handOverKey = new FormKey();
  private final FormKey blockKey = new FormKey();
  private final FormKey replaceKey = new FormKey();
  private final FormKey reactivateKey = new FormKey();
  private transient GiftCardView card;
  private transient List<CardMovementView> movements;
  private transient String code;
  private String id;
  private String reason;
  private long version;

  /** Reads the card that the address names. */
  public void load() {
    card = cards.view(Param.id(id));
    version = card.version();
  }

  /** Draws the code, which stands on the page this once. */
  public void handOver() {
    HandOverCard command = new HandOverCard(Param.id(id), version);
    Commands.run(handOverKey, () -> cards.handOver(command)).ifPresent(this::show);
  }

  private void show(CardHandedOver done) {
    // A second click is told no code; the first one's stays.
    code = done.code() == null ? code : done.code();
    card = done.card();
    version = card.version();
  }

  public String block() {
    BlockCard command = new BlockCard(Param.id(id), version, reason);
    return Commands.run(blockKey, () -> cards.block(command))
        .map(done -> Go.saying("page.gift-card.blocked", done.number()).again("id", id))
        .orElse(Go.STAY);
  }

  public String replace() {
    ReplaceCard command = new ReplaceCard(Param.id(id), version, reason);
    return Commands.run(replaceKey, () -> cards.replace(command))
        .map(
            done ->
                Go.saying("page.gift-card.replaced", done.number())
                    .to("/giftcards/card", "id", done.id()))
        .orElse(Go.STAY);
  }

  public String reactivate() {
    ReactivateCard command = new ReactivateCard(Param.id(id), version, reason);
    return Commands.run(reactivateKey, () -> cards.reactivate(command))
        .map(done -> Go.saying("page.gift-card.reactivated", done.number()).again("id", id))
        .orElse(Go.STAY);
  }

  public boolean isToHandOver() {
    return operator() && getCard().status() == CardStatus.ISSUED && !getCard().overdue();
  }

  public boolean isBlockable() {
    CardStatus status = getCard().status();
    return operator() && (status == CardStatus.ISSUED || status == CardStatus.ACTIVE);
  }

  public boolean isReplaceable() {
    CardStatus status = getCard().status();
    boolean gone = status == CardStatus.REPLACED || status == CardStatus.EXPIRED;
    return operator() && !gone && !getCard().balance().isZero();
  }

  public boolean isReactivatable() {
    return operator() && getCard().status() == CardStatus.EXPIRED;
  }

  private static boolean operator() {
    return CallContext.current().has(Role.OPERATOR);
  }

  public GiftCardView getCard() {
    if (card == null) {
      card = cards.view(Param.id(id));
    }
    return card;
  }

  public List<CardMovementView> getMovements() {
    if (movements == null) {
      movements = cards.movements(Param.id(id));
    }
    return movements;
  }

  public String getCode() {
    return code;
  }

  public FormKey getHandOverKey() {
    return handOverKey;
  }

  public FormKey getBlockKey() {
    return blockKey;
  }

  public FormKey getReplaceKey() {
    return replaceKey;
  }

  public FormKey getReactivateKey() {
    return reactivateKey;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
