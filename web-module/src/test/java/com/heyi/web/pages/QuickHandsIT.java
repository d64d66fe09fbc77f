package com.heyi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Who types and picks faster than a page would move loses nothing: what is opened takes its first
 * key and its first click at once, before the browser has drawn another frame.
 */
class QuickHandsIT {
  @Test
  void aDialogHasTheCursorAndItsMenuTakesAPickAsSoonAsTheyAreOpened() {
    Customers.Registered customer = Customers.registered();
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open("/accounts/customer.xhtml?id=" + customer.id());
      desk.button("page.accounts.document.record").waitFor();

      Object seen =
          desk.page()
              .evaluate(
                  """
                  () => {
                    PF('document').show();
                    const cursor = document.activeElement.id;
                    const menu = PrimeFaces.getWidgetById('documentForm:kind');
                    menu.show();
                    menu.panel.find('li').eq(1).trigger('click');
                    const number = document.getElementById('documentForm:number');
                    number.focus();
                    return [cursor, String(menu.panel.is(':visible')), String(menu.input[0].selectedIndex)];
                  }
                  """);
      assertThat(seen).isEqualTo(List.of("documentForm:kind_label", "false", "1"));

      desk.page().waitForTimeout(200);
      assertThat(desk.page().evaluate("() => document.activeElement.id"))
          .as("nobody is taken out of the field he has gone to")
          .isEqualTo("documentForm:number");
    }
  }
}
