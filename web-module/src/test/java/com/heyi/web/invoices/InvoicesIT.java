package com.heyi.web.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Mall;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Invoices over real HTTP, and their pages in Chromium. */
class InvoicesIT {
  private static final String INVOICES = "/api/v1/invoices";

  @Test
  void aShippedOrderIsInvoicedOnceAndItsFilesCanBeHad() {
    Answer order = shipped();
    String body =
        """
        {"orderId": "%s", "buyer": {"kind": "COMPANY", "title": "福州合一贸易有限公司",
         "taxNumber": "91350100M000100Y43"}}
        """
            .formatted(order.text("id"));
    var twice = Callers.operator().withKey(UUID.randomUUID().toString());
    Answer made = twice.post(INVOICES, body);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().at("/row/status").asText()).isEqualTo("WAITING");
    assertThat(made.json().at("/row/trouble").asText()).isEqualTo("invoice.gateway-off");
    assertThat(made.json().at("/row/tax/amount").decimalValue()).isEqualByComparingTo("1.14");
    String id = made.json().at("/row/id").asText();
    assertThat(twice.post(INVOICES, body).json().at("/row/id").asText()).isEqualTo(id);
    assertThat(Callers.operator().post(INVOICES, body).code()).isEqualTo("invoice.already");
    assertThat(Callers.operator().get(INVOICES + "/" + id + "/pdf").status()).isEqualTo(200);
    assertThat(Callers.operator().get(INVOICES + "/" + id + "/xml").status()).isEqualTo(200);
    assertThat(Callers.branch("B0102").get(INVOICES + "/" + id).status()).isEqualTo(403);
    Answer list = Callers.auditor().get(INVOICES + "?orderId=" + order.text("id"));
    assertThat(list.json().path("items").size()).isEqualTo(1);
  }

  @Test
  void aClerkMakesAnInvoiceFromTheOrdersPage() {
    Answer order = shipped();
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open("/mall/order.xhtml?id=" + order.text("id"));
      desk.page().locator("a[href*='/invoices/issue.xhtml']").click();
      desk.picture("invoice-issue");
      desk.fill("issue", "title", "欧阳娜");
      desk.click("issue", "submit");
      desk.awaitPage("/invoices/invoice.xhtml");
      assertThat(desk.page().locator("main").textContent()).contains("欧阳娜", "8.76", "1.14");
      desk.picture("invoice");
      desk.open("/invoices/list.xhtml");
      desk.picture("invoices");
      assertThat(desk.complaints()).isEmpty();
    }
  }

  /** An order for ten points and 9.90 yuan, on its way. */
  private static Answer shipped() {
    String sku = Mall.itemOnSale(10, 5);
    String item = Callers.admin().get(Mall.ITEMS + "?sku=" + sku).json().at("/items/0/id").asText();
    Approvals.settled(
        Callers.admin()
            .ifMatch(Callers.admin().get(Mall.ITEMS + "/" + item).etag())
            .post(
                Mall.ITEMS + "/" + item + "/prices",
                "{\"price\": 10, \"cash\": {\"amount\": 9.90, \"currency\": \"CNY\"}}"));
    Customers.Registered buyer = Customers.registered();
    Mall.grant(buyer, 50);
    Answer order =
        Callers.operator()
            .post(
                Mall.ORDERS,
                """
                {"customerId": "%s", "lines": [{"sku": "%s", "quantity": 1}],
                 "pay": {"amount": {"amount": 9.90, "currency": "CNY"}, "accountId": "%s"}}
                """
                    .formatted(buyer.id(), sku, account(buyer)));
    assertThat(order.status()).as(order.toString()).isEqualTo(201);
    String path = Mall.ORDERS + "/" + order.text("id");
    Answer confirmed = Callers.operator().ifMatch(order.etag()).post(path + "/confirmation", "");
    Answer packed = Callers.operator().ifMatch(confirmed.etag()).post(path + "/packing", "");
    Answer shipped =
        Callers.operator()
            .ifMatch(packed.etag())
            .post(path + "/shipment", "{\"carrier\": \"SF\", \"trackingNumber\": \"SF1234567\"}");
    assertThat(shipped.status()).as(shipped.toString()).isEqualTo(200);
    return shipped;
  }

  /** An account of the customer with 50 yuan in it. */
  private static String account(Customers.Registered customer) {
    Answer opened =
        Callers.operator()
            .ifMatch(Callers.operator().get(customer.path()).etag())
            .post(customer.path() + "/accounts", "{\"type\": \"I\"}");
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    Answer filled =
        Callers.operator()
            .post(
                "/api/v1/accounts/" + opened.text("id") + "/movements",
                "{\"kind\": \"CASH_IN\", \"amount\": {\"amount\": 50, \"currency\": \"CNY\"}}");
    assertThat(filled.status()).as(filled.toString()).isEqualTo(201);
    return opened.text("id");
  }
}
