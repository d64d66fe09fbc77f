package com.heyi.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import org.junit.jupiter.api.Test;

/**
 * Who types and picks faster than a page would move loses nothing: what is opened takes its first
 * key and its first click at once, before the browser has drawn another frame, and stays open while
 * the page still scrolls.
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
                    window.dispatchEvent(new Event('scroll'));
                    const scrolled = menu.panel.is(':visible');
                    menu.panel.find('li').eq(1).trigger('click');
                    const number = document.getElementById('documentForm:number');
                    number.focus();
                    return [cursor, scrolled, menu.panel.is(':visible'), menu.input[0].selectedIndex].join();
                  }
                  """);
      assertThat(seen)
          .as(
              "where the cursor is, open while the page scrolls, open after the pick, what is"
                  + " picked")
          .isEqualTo("documentForm:kind_label,true,false,1");

      desk.page().waitForTimeout(200);
      assertThat(desk.page().evaluate("() => document.activeElement.id"))
          .as("nobody is taken out of the field he has gone to")
          .isEqualTo("documentForm:number");
    }
  }
}
