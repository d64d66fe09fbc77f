package com.heyi.web.mall;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Mall;
import com.heyi.web.soap.SoapFaults;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures, the shop window, bundles and reviews over real HTTP, by SOAP, and in Chromium. */
class ShopIT {
  private static final String CAPTION =
      "/pictures?altEn=A%20pot&altZhCn=%E8%8C%B6%E5%A3%B6&altZhTw=%E8%8C%B6%E5%A3%BA";

  private final String mark = "W" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

  @Test
  void aPictureIsHandedOutToEverybodyOnceAndForAllTime() {
    String id = idOf(Mall.itemOnSale(100, 5));
    Answer added = addPicture(id, new Color(0x14646c));
    assertThat(added.status()).as(added.toString()).isEqualTo(200);
    String address = added.json().at("/pictures/0/medium").asText();
    assertThat(address).matches("/pictures/[0-9a-f]{64}");

    Answer picture = Client.nobody().get(address);
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("Content-Type")).hasValue("image/jpeg");
    assertThat(picture.headerText("Cache-Control")).contains("immutable", "max-age=31536000");
    assertThat(picture.etag()).contains(address.substring("/pictures/".length()));
    assertThat(picture.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(Client.nobody().with("If-None-Match", picture.etag()).get(address).status())
        .isEqualTo(304);
    assertThat(Client.nobody().get("/pictures/" + "0".repeat(64)).status()).isEqualTo(404);
    assertThat(Client.nobody().get("/pictures/../index.xhtml").status()).isNotEqualTo(200);
  }

  @Test
  void whatIsNoPictureAndWhoMayNotAddOneAreRefused() {
    String id = idOf(Mall.itemOnSale(100, 5));
    byte[] text = "<svg xmlns='x' onload='alert(1)'/>".getBytes(StandardCharsets.US_ASCII);
    Answer refused = Callers.admin().post(Mall.ITEMS + "/" + id + CAPTION, text, "image/png");
    assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("picture.type");
    Answer forbidden =
        Callers.branch("B0101")
            .post(Mall.ITEMS + "/" + id + CAPTION, picture(Color.RED), "image/png");
    assertThat(forbidden.status()).isEqualTo(403);
  }

  @Test
  void theWindowLooksLikeAShop() {
    Answer made =
        Callers.admin()
            .post(
                "/api/v1/mall/categories",
                """
                {"code": "%s", "nameEn": "Kitchen", "nameZhCn": "厨房餐具", "nameZhTw": "廚房餐具",
                 "position": 1, "retired": false}
                """
                    .formatted(mark));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    String[] names = {"紫砂茶壶", "骨瓷马克杯", "不锈钢保温杯", "手工铁锅", "竹制砧板", "玻璃储物罐"};
    Color[] colours = {
      new Color(0x8b4a2b), new Color(0xd8cfc0), null, new Color(0x2b2b2b), null, new Color(0x9cc3c7)
    };
    for (int at = 0; at < names.length; at++) {
      String id = idOf(onSale(names[at], 800L * (at + 1), at == 4 ? 0 : 20));
      shelve(id);
      if (colours[at] != null) {
        addPicture(id, colours[at]);
      }
      if (at == 1) {
        Answer item = Callers.admin().get(Mall.ITEMS + "/" + id);
        Approvals.settled(
            Callers.admin()
                .ifMatch(item.etag())
                .post(
                    Mall.ITEMS + "/" + id + "/prices",
                    "{\"label\": \"限时抢购\", \"price\": 1280, \"until\": \"%s\"}"
                        .formatted(Instant.now().plus(1, ChronoUnit.HOURS))));
      }
    }
    try (Desk desk = Desk.of("admin.li")) {
      desk.open("/mall/window.xhtml");
      desk.page()
          .locator(".hy-window-facets a")
          .filter(new Locator.FilterOptions().setHasText("厨房餐具"))
          .first()
          .click();
      desk.page()
          .locator(".hy-window-facets a.is-chosen", new Page.LocatorOptions().setHasText("厨房餐具"))
          .first()
          .waitFor();
      assertThat(desk.page().locator(".hy-thing").count()).isEqualTo(6);
      assertThat(desk.page().locator(".hy-thing img").count()).isEqualTo(4);
      assertThat(desk.page().locator(".hy-thing-offer").textContent()).isEqualTo("限时抢购");
      desk.picture("mall-window");
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @Test
  void aBundleGoesIntoTheCartByRestAndBySoapOrIsRefusedNamingWhatIsMissing() {
    String pot = Mall.itemOnSale(100, 3);
    String cup = Mall.itemOnSale(30, 5);
    Approvals.settled(
        Callers.admin()
            .post(
                "/api/v1/mall/bundles",
                """
                {"code": "%s", "name": "茶具套装", "reduced": 40, "onSale": true,
                 "lines": [{"sku": "%s", "quantity": 1}, {"sku": "%s", "quantity": 2}]}
                """
                    .formatted(mark, pot, cup)));
    Customers.Registered buyer = Customers.registered("B0101");
    Mall.grant(buyer, 1000);
    String carts = "/api/v1/mall/carts/" + buyer.id() + "/bundles";
    String wish = "{\"bundle\": \"%s\", \"times\": %d}";
    Answer put = Callers.operator().post(carts, wish.formatted(mark, 1));
    assertThat(put.status()).as(put.toString()).isEqualTo(200);
    assertThat(put.json().path("total").asLong()).isEqualTo(160);

    Answer soap =
        soap(
            "<h:putBundleInCart xmlns:h=\"%s\"><requestId>%s</requestId><customerId>%s</customerId><bundle>%s</bundle><times>1</times></h:putBundleInCart>"
                .formatted(SoapFaults.NAMESPACE, UUID.randomUUID(), buyer.id(), mark));
    assertThat(soap.status()).as(soap.toString()).isEqualTo(200);
    assertThat(soap.body()).contains("<total>320</total>");

    Answer refused = Callers.operator().post(carts, wish.formatted(mark, 1));
    assertThat(refused.code()).isEqualTo("bundle.incomplete");
    assertThat(refused.text("detail")).contains(cup + " × 1");

    Answer open =
        Callers.operator()
            .post(
                "/api/v1/mall/checkouts",
                "{\"customerId\": \"%s\", \"coupons\": []}".formatted(buyer.id()));
    assertThat(open.status()).as(open.toString()).isEqualTo(201);
    assertThat(open.json().path("total").asLong()).isEqualTo(240);

    assertThat(
            soap("<h:browseShop xmlns:h=\"%s\"><words>%s</words><inStock>false</inStock><from>0</from></h:browseShop>"
                    .formatted(SoapFaults.NAMESPACE, pot))
                .body())
        .contains("<sku>" + pot + "</sku>");
    try (Desk desk = Desk.of("admin.li")) {
      desk.open("/mall/bundles.xhtml?code=" + mark);
      desk.picture("mall-bundles");
      desk.open("/mall/cart.xhtml?id=" + buyer.id());
      assertThat(desk.complaints()).isEmpty();
    }
  }

  @Test
  void aBuyersReviewWaitsIsPublishedAndStandsOnTheItem() {
    String sku = Mall.itemOnSale(10, 5);
    Customers.Registered buyer = Customers.registered("B0101");
    Mall.grant(buyer, 100);
    Answer order = Mall.placed(buyer, sku, 1);
    String line = order.json().at("/lines/0/id").asText();
    String review =
        "{\"customerId\": \"%s\", \"orderLineId\": \"%s\", \"stars\": 5, \"words\": \"%s\"}"
            .formatted(buyer.id(), line, "很好用，联系我 13812345678");
    assertThat(Callers.operator().post("/api/v1/mall/reviews", review).code())
        .isEqualTo("review.not-delivered");
    delivered(order);

    Answer waiting =
        soap(
            "<h:listPendingReviews xmlns:h=\"%s\"><customerId>%s</customerId></h:listPendingReviews>"
                .formatted(SoapFaults.NAMESPACE, buyer.id()));
    assertThat(waiting.body()).contains(line);
    assertThat(Callers.branch("B0102").get("/api/v1/mall/reviews/pending/" + buyer.id()).status())
        .isEqualTo(403);
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open("/mall/pending-reviews.xhtml?id=" + buyer.id());
      desk.picture("mall-pending-reviews");
    }
    Answer written = Callers.operator().post("/api/v1/mall/reviews", review);
    assertThat(written.status()).as(written.toString()).isEqualTo(201);
    assertThat(written.text("words")).doesNotContain("13812345678");
    String item = order.json().at("/lines/0/itemId").asText();
    String about = "/api/v1/mall/reviews/of-item/" + item;
    assertThat(Callers.operator().get(about).json().path("count").asLong()).isZero();

    try (Desk desk = Desk.of("operator.wang")) {
      desk.open("/mall/reviews.xhtml?status=PENDING&itemId=" + item);
      desk.picture("mall-reviews");
      desk.button("page.mall.review.publish").first().click();
      desk.page().locator(".ui-messages-info-summary").waitFor();
      desk.open("/mall/item.xhtml?id=" + item);
      assertThat(desk.page().locator(".hy-reviews").textContent()).contains("很好用");
      desk.picture("mall-item-reviewed");
      assertThat(desk.complaints()).isEmpty();
    }
    Answer said = Callers.operator().get(about);
    assertThat(said.json().path("average").decimalValue()).isEqualByComparingTo("5.0");
    String one = "/api/v1/mall/reviews/" + said.json().at("/latest/0/id").asText();
    Answer answered =
        Callers.operator().ifMatch("\"1\"").post(one + "/answer", "{\"words\": \"谢谢支持\"}");
    assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
    Answer reported =
        soap(
            "<h:reportReview xmlns:h=\"%s\"><requestId>%s</requestId><reviewId>%s</reviewId><reason>留有电话</reason></h:reportReview>"
                .formatted(
                    SoapFaults.NAMESPACE,
                    UUID.randomUUID(),
                    said.json().at("/latest/0/id").asText()));
    assertThat(reported.body()).contains("<shown>1</shown>");
    assertThat(
            soap("<h:listReviews xmlns:h=\"%s\"><itemId>%s</itemId></h:listReviews>"
                    .formatted(SoapFaults.NAMESPACE, item))
                .body())
        .contains("<answer>谢谢支持</answer>");
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open("/mall/reviews.xhtml?status=REPORTED&itemId=" + item);
      desk.picture("mall-reviews-reported");
      assertThat(desk.complaints()).isEmpty();
    }
    Answer hidden =
        Callers.operator().ifMatch("\"3\"").post(one + "/hiding", "{\"reason\": \"留有电话\"}");
    assertThat(hidden.text("status")).as(hidden.toString()).isEqualTo("HIDDEN");
    assertThat(Callers.operator().get(about).json().path("count").asLong()).isZero();
  }

  private static void delivered(Answer order) {
    String path = Mall.ORDERS + "/" + order.text("id");
    Answer now = order;
    for (String step : new String[] {"confirmation", "packing", "shipment", "delivery"}) {
      String body =
          step.equals("shipment") ? "{\"carrier\": \"顺丰\", \"trackingNumber\": \"SF1\"}" : "";
      now = Callers.operator().ifMatch(now.etag()).post(path + "/" + step, body);
      assertThat(now.status()).as(now.toString()).isEqualTo(200);
    }
  }

  private static Answer soap(String operation) {
    String envelope =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
            + operation
            + "</s:Body></s:Envelope>";
    return Callers.branch("B0101")
        .post("/soap/branch", envelope.getBytes(StandardCharsets.UTF_8), "text/xml;charset=UTF-8");
  }

  private String onSale(String name, long price, long stock) {
    String sku = mark + "-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
    Answer made =
        Callers.admin()
            .post(
                Mall.ITEMS,
                "{\"sku\": \"%s\", \"name\": \"%s\", \"price\": %d, \"stock\": %d}"
                    .formatted(sku, name, price, stock));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return sku;
  }

  private void shelve(String id) {
    Answer item = Callers.admin().get(Mall.ITEMS + "/" + id);
    Answer shelved =
        Callers.admin()
            .ifMatch(item.etag())
            .put(
                Mall.ITEMS + "/" + id + "/shelf",
                "{\"category\": \"%s\", \"options\": []}".formatted(mark));
    assertThat(shelved.status()).as(shelved.toString()).isEqualTo(200);
  }

  private static Answer addPicture(String id, Color colour) {
    return Callers.admin().post(Mall.ITEMS + "/" + id + CAPTION, picture(colour), "image/png");
  }

  private static String idOf(String sku) {
    return Callers.admin().get(Mall.ITEMS + "?sku=" + sku).json().at("/items/0/id").asText();
  }

  /** Something round on a light ground, so that the window looks like one. */
  private static byte[] picture(Color colour) {
    BufferedImage picture = new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.WHITE, 640, 640, new Color(0xe9eeee)));
    graphics.fillRect(0, 0, 640, 640);
    graphics.setPaint(new GradientPaint(200, 160, colour.brighter(), 460, 520, colour.darker()));
    graphics.fillOval(160, 170, 320, 320);
    graphics.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
