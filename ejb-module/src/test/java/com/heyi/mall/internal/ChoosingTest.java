package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.mall.ChangeItem;
import com.heyi.mall.CreateItem;
import com.heyi.mall.FoundItem;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.ItemView;
import com.heyi.mall.OrderView;
import com.heyi.mall.PlaceOrder;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChoosingTest {
  /** A year of its own, so that other tests' orders are not in the period. */
  private final MallFixture mall = MallFixture.on(LocalDate.of(2036, 3, 10));

  @Test
  void chineseIsCutIntoWordsAndEnglishIntoStems() {
    assertThat(Words.of("不锈钢保温杯")).contains("不锈钢").hasSizeLessThan(6);
    assertThat(Words.of("Red LUNCH Bags")).containsExactly("red", "lunch", "bag");
    assertThat(Words.of(" ,。 ")).isEmpty();
  }

  @Test
  void anItemIsFoundByItsWordsInAnyOrderAndByABeginning() {
    String mark = mark();
    ItemView cup = named(mark + " 双层不锈钢保温杯");
    ItemView pot = named(mark + " 不锈钢炒锅");

    assertThat(find(mark + " 不锈钢")).containsExactlyInAnyOrder(cup.sku(), pot.sku());
    assertThat(find("不锈钢 " + mark + " 炒锅")).containsExactly(pot.sku());
    assertThat(find(mark.substring(0, 6) + " 炒锅")).containsExactly(pot.sku());
    assertThat(find(mark + " 雨伞")).isEmpty();
    assertThat(find(mark + " 不锈钢杯")).as("a cup by its character").containsExactly(cup.sku());
    assertThat(find("' & | ! :* \\")).isEmpty();
  }

  @Test
  void anotherNameIsFoundAtOnceAndWhatIsWithdrawnNotAtAll() {
    String mark = mark();
    ItemView item = named(mark + " 雨伞");
    ItemView renamed = change(item, mark + " 雨衣", ItemStatus.ON_SALE);
    assertThat(find(mark + " 雨伞")).isEmpty();
    assertThat(find(mark + " 雨衣")).containsExactly(item.sku());

    change(renamed, mark + " 雨衣", ItemStatus.WITHDRAWN);
    assertThat(find(mark + " 雨衣")).isEmpty();
  }

  @Test
  void whatWasTakenOverInBulkIsFoundAfterTheNextCatchingUp() {
    String mark = mark();
    mall.in(
        m -> {
          m.catalogue()
              .describe(List.of(new Catalogue.Description(mark, mark + " MUG", Points.of(5))));
          return null;
        });
    assertThat(find(mark + " mug")).isEmpty();
    while (mall.in(m -> m.search().catchUp()) > 0) {
      assertThat(mark).isNotEmpty();
    }
    assertThat(find(mark + " mugs")).containsExactly(mark);
  }

  @Test
  void bestSellersAndWhatIsBoughtTogetherComeFromOrdersThatStand() {
    ItemView tea = mall.item(1, 1000);
    ItemView pot = mall.item(1, 1000);
    ItemView mug = mall.item(1, 1000);
    for (int n = 0; n < 5; n++) {
      order(line(tea, 2), line(pot, 1));
    }
    order(line(tea, 1), line(mug, 1));
    order(line(tea, 1), line(mug, 1));
    order(line(mug, 50));
    OrderView undone = order(line(pot, 1), line(mug, 1));
    mall.cancel(undone, part(undone, 1, 1L));

    mall.in(m -> m.figures().compute());

    List<FoundItem> best =
        mall.in(m -> m.figures().bestSellers(100)).stream()
            .filter(item -> List.of(tea.id(), pot.id(), mug.id()).contains(item.id()))
            .toList();
    assertThat(best).extracting(FoundItem::id).containsExactly(tea.id(), pot.id(), mug.id());
    assertThat(best).extracting(FoundItem::orders).containsExactly(7L, 5L, 4L);
    assertThat(together(tea)).containsExactly(pot.id(), mug.id());
    assertThat(together(mug)).as("the cancelled line tells nothing").containsExactly(tea.id());
  }

  @Test
  void ordersBeforeThePeriodDoNotCount() {
    ItemView old = mall.item(1, 10);
    order(line(old, 1));
    mall.later(400).in(m -> m.figures().compute());
    Optional<FoundItem> found =
        mall.in(m -> m.figures().bestSellers(100)).stream()
            .filter(item -> item.id().equals(old.id()))
            .findFirst();
    assertThat(found).isEmpty();
  }

  private List<UUID> together(ItemView item) {
    return mall.in(m -> m.figures().boughtTogether(item.id())).stream().map(FoundItem::id).toList();
  }

  private OrderView order(PlaceOrder.Line... lines) {
    UUID buyer = newCustomer();
    mall.grant(buyer, 1000, null);
    return mall.order(buyer, lines);
  }

  private List<String> find(String text) {
    return mall.in(m -> m.search().find(text, 20)).stream().map(FoundItem::sku).toList();
  }

  private ItemView named(String name) {
    return mall.in(
        m -> m.catalogue().create(new CreateItem("S-" + mark(), name, Points.of(10), 5)));
  }

  private ItemView change(ItemView item, String name, ItemStatus status) {
    return mall.in(
        m ->
            m.catalogue()
                .change(new ChangeItem(item.id(), item.version(), name, item.price(), status)));
  }

  /** A word that no other test uses; without letters that a stemmer would cut. */
  private static String mark() {
    return "q" + UUID.randomUUID().toString().replace("-", "").replaceAll("[a-z]", "7");
  }
}
