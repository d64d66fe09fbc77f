package com.heyi.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.mall.CheckoutView;
import com.heyi.mall.OrderView;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Replays The Complete Journey (84.51, CC0): its campaigns, its coupons with their sets of
 * products, and every redemption on an order, on its own day. Run with {@code
 * -Dheyi.complete-journey=<folder>}; what came of it stands in docs/replay.md.
 *
 * <p>The data name no value of a coupon and, but for a sample, no basket; so each takes fifty
 * points off one piece of its set, of what the household bought that day where the sample has it.
 */
@EnabledIfSystemProperty(named = "heyi.complete-journey", matches = ".+")
class CompleteJourneyReplayTest {
  private static final long OFF = 50;
  private static final long PRICE = 100;

  private final Path folder = Path.of(System.getProperty("heyi.complete-journey", "."));
  private final PromotionsFixture promotions = new PromotionsFixture(LocalDate.of(2016, 11, 1));
  private final String run = UUID.randomUUID().toString().substring(0, 6).toUpperCase();
  private final Map<String, UUID> households = new HashMap<>();
  private final Map<String, CampaignView> campaigns = new HashMap<>();
  private final Map<String, TemplateView> kinds = new HashMap<>();
  private final Set<String> items = new HashSet<>();
  private final Map<String, Integer> rejects = new TreeMap<>();

  @Test
  void everyRedemptionIsReplayedOrSaysWhyNot() {
    long began = System.nanoTime();
    Map<String, List<String>> sets = sets();
    Map<String, String[]> days = new LinkedHashMap<>();
    rows("campaign_descriptions.csv").forEach(row -> days.put(row[0], row));
    Set<String> audience = new HashSet<>();
    rows("campaigns.csv").forEach(row -> audience.add(row[0] + "/" + row[1]));
    days.values().forEach(this::campaign);
    sets.forEach((key, skus) -> kind(key, skus, days));
    Map<String, Set<String>> bought = bought();

    List<String[]> redemptions = new ArrayList<>(rows("coupon_redemptions.csv"));
    redemptions.sort(Comparator.comparing(row -> row[3]));
    int redeemed = 0;
    int inSample = 0;
    for (String[] row : redemptions) {
      String key = row[1] + "/" + row[2];
      if (!sets.containsKey(key)) {
        reject("no such coupon in the campaign");
      } else if (!audience.contains(row[2] + "/" + row[0])) {
        reject("not in the campaign's audience");
      } else {
        LocalDate day = LocalDate.parse(row[3].substring(0, 10));
        List<String> set = sets.get(key);
        Set<String> that = bought.getOrDefault(row[0] + "/" + day, Set.of());
        String known = set.stream().filter(that::contains).findFirst().orElse(null);
        if (redeem(row, day, kinds.get(key), known == null ? set.get(0) : known)) {
          redeemed++;
          inSample += known == null ? 0 : 1;
        }
      }
    }
    int rejected = rejects.values().stream().mapToInt(Integer::intValue).sum();
    long skus = sets.values().stream().mapToLong(List::size).sum();
    System.out.printf(
        "campaigns %d, audience %d, kinds of coupons %d with %d items, redemptions %d ="
            + " %d redeemed (%d on a product bought that day) + %d rejected %s; %d s%n",
        campaigns.size(),
        audience.size(),
        kinds.size(),
        skus,
        redemptions.size(),
        redeemed,
        inSample,
        rejected,
        rejects,
        (System.nanoTime() - began) / 1_000_000_000);

    assertThat(redeemed + rejected).isEqualTo(redemptions.size());
    long taken = 0;
    long issued = 0;
    for (CampaignView campaign : campaigns.values()) {
      CampaignView seen = promotions.see(campaign);
      assertThat(seen.spent()).isEqualTo(seen.coupons());
      assertThat(promotions.addsUp(campaign.id())).isTrue();
      taken += seen.taken();
      issued += seen.coupons();
    }
    assertThat(taken).isEqualTo(redeemed);
    assertThat(issued).isEqualTo(redeemed);
    long paid = 0;
    for (UUID household : households.values()) {
      paid += 1_000_000 - promotions.usable(household);
    }
    assertThat(paid).as("points").isEqualTo(redeemed * (PRICE - OFF));
    assertThat(promotions.breaches()).isZero();
  }

  private void campaign(String[] row) {
    CampaignView made =
        promotions.as(
            tools ->
                tools
                    .campaigns()
                    .create(
                        new CreateCampaign(
                            "CJ" + run + "-" + row[0],
                            row[1],
                            LocalDate.parse(row[2]),
                            LocalDate.parse(row[3]),
                            null,
                            null,
                            null,
                            BudgetUnit.COUPONS)));
    CampaignView paid =
        promotions.as(
            tools ->
                tools
                    .campaigns()
                    .setBudget(new SetBudget(made.id(), made.version(), 10_000, "replay")));
    campaigns.put(
        row[0],
        promotions.as(
            tools ->
                tools.campaigns().start(new ChangeCampaign(paid.id(), paid.version(), "replay"))));
  }

  private void kind(String key, List<String> skus, Map<String, String[]> days) {
    String[] parts = key.split("/");
    String[] campaign = days.get(parts[1]);
    List<String> most = skus.subList(0, Math.min(skus.size(), 20_000));
    kinds.put(
        key,
        promotions.as(
            tools ->
                tools
                    .coupons()
                    .createTemplate(
                        new CreateTemplate(
                            "CJ" + run + "-" + parts[1] + "-" + parts[0],
                            "Coupon " + parts[0],
                            Reduction.POINTS,
                            OFF,
                            null,
                            Points.ZERO,
                            Validity.DATED,
                            LocalDate.parse(campaign[2]),
                            LocalDate.parse(campaign[3]),
                            null,
                            null,
                            most.stream().map(this::sku).toList(),
                            List.of(),
                            null,
                            null,
                            false,
                            parts[0],
                            100,
                            7))));
  }

  private String sku(String product) {
    return "CJ" + run + "-" + product;
  }

  /** In one transaction, so that a redemption that is refused leaves nothing behind. */
  private boolean redeem(String[] row, LocalDate day, TemplateView kind, String product) {
    promotions.todayIs(day);
    UUID household = households.get(row[0]);
    UUID customer = household == null ? Ids.next() : household;
    try {
      OrderView order =
          promotions.as(
              tools -> {
                if (household == null) {
                  tools.shop().grant(customer, 1_000_000);
                }
                if (!items.contains(product)) {
                  tools.shop().item(sku(product), PRICE, 100_000);
                }
                CouponView coupon =
                    tools
                        .coupons()
                        .issue(
                            new IssueCoupon(
                                customer, kind.code(), campaigns.get(row[2]).code(), null));
                tools.shop().put(customer, sku(product), 1);
                CheckoutView open =
                    tools.shop().begin(tools.customers().require(customer), coupon.code());
                return tools.shop().confirm(open.id());
              });
      assertThat(order.total()).isEqualTo(Points.of(PRICE - OFF));
      households.put(row[0], customer);
      items.add(product);
      return true;
    } catch (HeyiException e) {
      reject(e.code());
      return false;
    }
  }

  private void reject(String why) {
    rejects.merge(why, 1, Integer::sum);
  }

  /** The products of each coupon of each campaign. */
  private Map<String, List<String>> sets() {
    Map<String, List<String>> sets = new LinkedHashMap<>();
    rows("coupons.csv.gz")
        .forEach(
            row ->
                sets.computeIfAbsent(row[0] + "/" + row[2], key -> new ArrayList<>()).add(row[1]));
    return sets;
  }

  /** What the sample says that a household bought on a day. */
  private Map<String, Set<String>> bought() {
    Map<String, Set<String>> bought = new HashMap<>();
    rows("transactions_sample.csv.gz")
        .forEach(
            row ->
                bought
                    .computeIfAbsent(
                        row[0] + "/" + row[10].substring(0, 10), key -> new HashSet<>())
                    .add(row[3]));
    return bought;
  }

  private List<String[]> rows(String file) {
    try (InputStream raw = Files.newInputStream(folder.resolve(file));
        InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.replace("\"", "").split(",")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
