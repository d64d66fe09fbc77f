package com.heyi.mall.internal;

import static com.heyi.mall.internal.CheckoutsTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.mall.Browse;
import com.heyi.mall.CategoryView;
import com.heyi.mall.ChangeItem;
import com.heyi.mall.FamilyView;
import com.heyi.mall.FoundItem;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.PriceReduction;
import com.heyi.mall.SetCategory;
import com.heyi.mall.SetFamily;
import com.heyi.mall.Shelf;
import com.heyi.mall.ShelveItem;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.testing.AtOnce;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where items stand, in which variants they come, and how they are looked at. */
class ShelvesTest {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final MallFixture mall = MallFixture.on(LocalDate.of(2026, 3, 10));
  private final String mark = "C" + NEXT.incrementAndGet();
  private final String home = mark + "-HOME";
  private final String kitchen = mark + "-KITCHEN";

  @Test
  void aTreeIsReadFromTheTopSiblingsInTheirOrder() {
    category(home, null, "家居", 1);
    category(mark + "-BED", home, "卧室", 2);
    category(kitchen, home, "厨房", 1);
    category(mark + "-POTS", kitchen, "锅具", 1);

    assertThat(own())
        .extracting(CategoryView::code, CategoryView::parent, CategoryView::depth)
        .containsExactly(
            tuple(home, null, 1),
            tuple(kitchen, home, 2),
            tuple(mark + "-POTS", kitchen, 3),
            tuple(mark + "-BED", home, 2));
    assertThat(own().get(1).name(Locale.SIMPLIFIED_CHINESE)).isEqualTo("厨房");
    assertThat(own().get(1).name(Locale.TRADITIONAL_CHINESE)).isEqualTo("厨房（繁）");
    assertThat(own().get(1).name(Locale.ENGLISH)).isEqualTo("en 厨房");
  }

  @Test
  void aMovedCategoryTakesWhatIsBelowItAlong() {
    category(home, null, "家居", 1);
    category(kitchen, null, "厨房", 1);
    category(mark + "-POTS", kitchen, "锅具", 1);

    set(kitchen, 0L, home, "厨房", false);
    assertThat(own())
        .extracting(CategoryView::path)
        .contains("/" + home + "/" + kitchen + "/" + mark + "-POTS/");
    assertRefused(() -> set(home, 0L, mark + "-POTS", "家居", false), MallError.CATEGORY_LOOP);
    assertRefused(() -> set(home, 0L, home, "家居", false), MallError.CATEGORY_LOOP);
  }

  @Test
  void ofTwoWhoPutEachCategoryBelowTheOtherTheSecondIsRefused() throws Exception {
    category(home, null, "家居", 1);
    category(kitchen, null, "厨房", 1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<HeyiException> late =
          mall.in(
              m -> {
                m.shelves().set(described(kitchen, 0L, home, "厨房", false));
                Future<HeyiException> circle =
                    other.submit(
                        () ->
                            catchThrowableOfType(
                                HeyiException.class, () -> set(home, 0L, kitchen, "家居", false)));
                AtOnce.awaitLockWaiter();
                return circle;
              });

      assertThat(late.get().error()).isEqualTo(MallError.CATEGORY_LOOP);
    } finally {
      other.shutdown();
    }
  }

  @Test
  void aTreeHasFiveLevelsAndNotSixAlsoWhenABranchIsMoved() {
    String above = null;
    for (int level = 1; level <= 5; level++) {
      category(mark + "-L" + level, above, "层" + level, 1);
      above = mark + "-L" + level;
    }
    assertRefused(() -> category(mark + "-L6", mark + "-L5", "层6", 1), MallError.CATEGORY_TOO_DEEP);
    category(home, null, "家居", 1);
    assertRefused(() -> set(mark + "-L1", 0L, home, "层1", false), MallError.CATEGORY_TOO_DEEP);
  }

  @Test
  void aCategoryIsRetiredWhenNothingStandsInItAndTakesNothingNewThen() {
    category(home, null, "家居", 1);
    ItemView cup = shelve(mall.item(5, 1), home);
    assertRefused(() -> set(home, 0L, null, "家居", true), MallError.CATEGORY_NOT_EMPTY);

    ItemView gone =
        mall.in(
            m ->
                m.catalogue()
                    .change(
                        new ChangeItem(
                            cup.id(),
                            cup.version(),
                            cup.name(),
                            cup.price(),
                            ItemStatus.WITHDRAWN)));
    set(home, 0L, null, "家居", true);
    assertThat(gone.category()).isEqualTo(home);
    ItemView other = mall.item(5, 1);
    assertRefused(() -> shelve(other, home), MallError.CATEGORY_RETIRED);
    assertRefused(() -> category(kitchen, home, "厨房", 1), MallError.CATEGORY_RETIRED);
  }

  @Test
  void whoSawAnOlderVersionIsRefusedAndAnUnknownCategoryIsNamed() {
    category(home, null, "家居", 1);
    set(home, 0L, null, "家", false);
    assertRefused(() -> set(home, 0L, null, "居", false), CommonError.VERSION_MOVED);
    assertRefused(() -> category(home, null, "再来", 1), MallError.CATEGORY_DUPLICATE);
    assertRefused(() -> set(kitchen, 0L, null, "厨房", false), MallError.CATEGORY_UNKNOWN);
    ItemView cup = mall.item(5, 1);
    assertRefused(() -> shelve(cup, kitchen), MallError.CATEGORY_UNKNOWN);
  }

  @Test
  void variantsOfAFamilyAreItemsOfTheirOwnAndDifferInItsOptions() {
    FamilyView shirt = family("衬衫", "颜色", "尺码");
    ItemView small = variant(mall.item(900, 3), shirt, "白", "S");
    ItemView large = variant(mall.item(950, 4), shirt, "白", "L");

    FamilyView seen = mall.in(m -> m.shelves().family(shirt.code()));
    assertThat(seen.variants())
        .extracting(FamilyView.Variant::sku, FamilyView.Variant::options)
        .containsExactlyInAnyOrder(
            tuple(small.sku(), List.of("白", "S")), tuple(large.sku(), List.of("白", "L")));
    ItemView third = mall.item(950, 4);
    assertRefused(() -> variant(third, shirt, "白", "L"), MallError.VARIANT_DUPLICATE);
    assertRefused(() -> variant(third, shirt, "白"), MallError.VARIANT_OPTIONS);
    assertRefused(
        () ->
            mall.in(
                m ->
                    m.shelves()
                        .set(new SetFamily(shirt.code(), shirt.version(), "衬衫", List.of("颜色")))),
        MallError.FAMILY_HAS_VARIANTS);
  }

  @Test
  void theWindowShowsAFamilyOnceAtItsCheapestVariantThatCanBeHad() {
    category(home, null, "家居", 1);
    FamilyView shirt = family("衬衫", "尺码");
    shelve(variant(mall.item(900, 0), shirt, "S"), home, shirt, "S");
    ItemView large = shelve(variant(mall.item(950, 4), shirt, "L"), home, shirt, "L");
    shelve(variant(mall.item(990, 1), shirt, "XL"), home, shirt, "XL");
    ItemView cup = shelve(mall.item(5, 0), home);

    Shelf shelf = browse(null, home, null, null, false);
    assertThat(shelf.total()).isEqualTo(2);
    assertThat(shelf.inStock()).isEqualTo(1);
    assertThat(shelf.things())
        .extracting(Shelf.Thing::sku, Shelf.Thing::variants, Shelf.Thing::stock)
        .containsExactlyInAnyOrder(tuple(large.sku(), 3L, 5L), tuple(cup.sku(), 1L, 0L));
    Shelf.Thing family =
        shelf.things().stream().filter(thing -> thing.family() != null).findFirst().orElseThrow();
    assertThat(family.name()).isEqualTo("衬衫");
    assertThat(family.severalPrices()).isTrue();
    assertThat(browse(null, home, null, null, true).total()).isEqualTo(1);
  }

  @Test
  void whatStandsAloneAndFamiliesStandInOneOrderPageAfterPage() {
    category(home, null, "家居", 1);
    ItemView cup = shelve(mall.item(5, 1), home);
    FamilyView shirt = family("衬衫", "尺码");
    shelve(variant(mall.item(900, 0), shirt, "S"), home, shirt, "S");
    ItemView large = shelve(variant(mall.item(950, 4), shirt, "L"), home, shirt, "L");
    ItemView sofa = shelve(mall.item(60_000, 0), home);

    assertThat(pages(Browse.Order.CHEAPEST)).containsExactly(cup.sku(), large.sku(), sofa.sku());
    assertThat(pages(Browse.Order.DEAREST)).containsExactly(sofa.sku(), large.sku(), cup.sku());
    assertThat(pages(Browse.Order.NEWEST)).hasSize(3).doesNotHaveDuplicates();
  }

  /** What stands on three pages of one thing each. */
  private List<String> pages(Browse.Order order) {
    return Stream.of(0, 1, 2)
        .map(
            from ->
                mall.in(
                    m ->
                        m.window()
                            .show(new Browse(null, home, null, null, false, null, order, from, 1))))
        .flatMap(shelf -> shelf.things().stream())
        .map(Shelf.Thing::sku)
        .toList();
  }

  @Test
  void facetsCountWhatEachFurtherNarrowingWouldLeave() {
    category(home, null, "家居", 1);
    category(kitchen, home, "厨房", 1);
    category(mark + "-BED", home, "卧室", 2);
    shelve(mall.item(999, 1), kitchen);
    shelve(mall.item(1000, 1), kitchen);
    shelve(mall.item(60_000, 0), mark + "-BED");

    Shelf shelf = browse(null, home, null, null, false);
    assertThat(shelf.categories())
        .containsExactlyInAnyOrder(
            new Shelf.CategoryCount(kitchen, 2), new Shelf.CategoryCount(mark + "-BED", 1));
    assertThat(shelf.prices())
        .containsExactly(
            new Shelf.PriceRange(0, 999L, 1),
            new Shelf.PriceRange(1000, 4999L, 1),
            new Shelf.PriceRange(50_000, null, 1));
    assertThat(browse(null, home, 1000L, 4999L, false).total()).isEqualTo(1);
    assertThat(browse(null, kitchen, null, null, false).categories()).isEmpty();
    assertThat(browse(null, home, 5L, 10L, false).things()).isEmpty();
    assertRefused(
        () -> browse(null, mark + "-NOWHERE", null, null, false), MallError.CATEGORY_UNKNOWN);
  }

  @Test
  void wordsFindAnItemByTheNameOfItsCategoryInAnyLanguageAlsoAfterItIsRenamed() {
    category(home, null, "户外" + mark, 1);
    category(kitchen, home, "露营", 1);
    ItemView tent = shelve(mall.item(5, 1), kitchen);

    assertThat(found("露营 " + mark)).containsExactly(tent.sku());
    assertThat(browse("露营 " + mark, null, null, null, false).total()).isEqualTo(1);

    set(kitchen, 0L, home, "登山", false);
    while (mall.in(m -> m.search().catchUp()) > 0) {
      // until all names are cut
    }
    assertThat(found("登山 " + mark)).containsExactly(tent.sku());
    assertThat(found("露营 " + mark)).isEmpty();
  }

  @Test
  void whatTakesSomethingOffIsToldTheCategoriesOfALineFromTheTop() {
    category(home, null, "家居", 1);
    category(kitchen, home, "厨房", 1);
    ItemView pot = shelve(mall.item(10, 1), kitchen);
    ItemView loose = mall.item(10, 1);
    UUID buyer = MallFixture.newCustomer();
    mall.grant(buyer, 100, null);
    mall.put(buyer, pot, 1);
    mall.put(buyer, loose, 1);
    List<List<String>> told = new ArrayList<>();
    mall.with(
            new PriceReduction() {
              @Override
              public Turn turn() {
                return Turn.CUSTOMER;
              }

              @Override
              public List<Off> reduce(Basket basket) {
                basket.lines().forEach(line -> told.add(line.categories()));
                return List.of();
              }

              @Override
              public void confirmed(UUID checkoutId, UUID orderId) {}

              @Override
              public void released(UUID checkoutId) {}
            })
        .checkOut(buyer);
    assertThat(told).containsExactlyInAnyOrder(List.of(home, kitchen), List.of());
  }

  private List<CategoryView> own() {
    return mall.in(m -> m.shelves().categories()).stream()
        .filter(category -> category.code().startsWith(mark + "-"))
        .toList();
  }

  private List<String> found(String text) {
    return mall.in(m -> m.search().find(text, 50)).stream().map(FoundItem::sku).toList();
  }

  private Shelf browse(String text, String category, Long from, Long to, boolean inStock) {
    return mall.in(
        m ->
            m.window()
                .show(
                    new Browse(text, category, from, to, inStock, null, Browse.Order.BEST, 0, 50)));
  }

  private String category(String code, String parent, String name, int position) {
    return mall.in(
        m ->
            m.shelves()
                .set(
                    new SetCategory(
                        code, null, parent, "en " + name, name, name + "（繁）", position, false)));
  }

  private String set(String code, Long version, String parent, String name, boolean retired) {
    return mall.in(m -> m.shelves().set(described(code, version, parent, name, retired)));
  }

  private static SetCategory described(
      String code, Long version, String parent, String name, boolean retired) {
    return new SetCategory(code, version, parent, "en " + name, name, name + "（繁）", 1, retired);
  }

  private ItemView shelve(ItemView item, String category) {
    return mall.in(
        m ->
            m.shelves()
                .shelve(new ShelveItem(item.id(), item.version(), category, null, List.of())));
  }

  private ItemView shelve(ItemView item, String category, FamilyView family, String... options) {
    return mall.in(
        m ->
            m.shelves()
                .shelve(
                    new ShelveItem(
                        item.id(), item.version(), category, family.code(), List.of(options))));
  }

  private FamilyView family(String name, String... options) {
    return mall.in(m -> m.shelves().set(new SetFamily(mark + "-F", null, name, List.of(options))));
  }

  private ItemView variant(ItemView item, FamilyView family, String... options) {
    return shelve(item, null, family, options);
  }
}
