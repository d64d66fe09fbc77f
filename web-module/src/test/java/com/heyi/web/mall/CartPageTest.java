package com.heyi.web.mall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.mall.CheckOut;
import com.heyi.mall.CheckoutFacade;
import com.heyi.mall.CheckoutView;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Channel;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The code of a gift card is money in the hand: the page takes it, and does not keep it. */
class CartPageTest {
  private static final String CODE = "ABCD-EFGH-JKLM-NPQR";
  private static final Caller OPERATOR =
      new Caller(
          "operator.wang",
          "王",
          Set.of(Role.OPERATOR),
          null,
          "10.0.0.1",
          "r-1",
          Channel.PAGE,
          null,
          null);

  @Test
  void theCodeOfACardGoesWithNoSessionThatIsWrittenDown() throws IOException {
    CartPage page = new CartPage();
    page.setCardCode(CODE);
    ByteArrayOutputStream session = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(session)) {
      out.writeObject(page);
    }
    assertThat(session.toString(StandardCharsets.ISO_8859_1)).doesNotContain(CODE);
  }

  @Test
  void theCodeOfACardIsForgottenBeforeTheCommandRunsSoThatNoRefusalSendsItBack()
      throws ReflectiveOperationException {
    CartPage page = new CartPage();
    AtomicReference<CheckOut> sent = new AtomicReference<>();
    AtomicReference<String> kept = new AtomicReference<>();
    CheckoutFacade refusing =
        new CheckoutFacade() {
          @Override
          public CheckoutView begin(CheckOut command) {
            sent.set(command);
            kept.set(page.getCardCode());
            throw new IllegalStateException("refused");
          }
        };
    set(page, "checkouts", refusing);
    set(page, "agreed", new BigDecimal("12.00"));
    page.setId(Ids.next().toString());
    page.setCardCode(CODE);

    assertThatThrownBy(() -> CallContext.callAs(OPERATOR, page::begin)).hasMessage("refused");

    assertThat(sent.get().pay().card().code()).isEqualTo(CODE);
    assertThat(kept.get()).isNull();
    assertThat(page.getCardCode()).isNull();
  }

  private static void set(CartPage page, String field, Object value)
      throws ReflectiveOperationException {
    Field injected = CartPage.class.getDeclaredField(field);
    injected.setAccessible(true);
    injected.set(page, value);
  }
}
