package com.heyi.promotions.internal;

import com.heyi.mall.PriceReduction;
import com.heyi.promotions.CampaignStatus;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks up what the rules of prices ask for and lets them judge; for checkouts and questions. */
@ApplicationScoped
public class PriceOfABasket {
  private CouponBook book;
  private CampaignBook campaigns;
  private Pots pots;

  protected PriceOfABasket() {}

  @Inject
  public PriceOfABasket(CouponBook book, CampaignBook campaigns, Pots pots) {
    this.book = book;
    this.campaigns = campaigns;
    this.pots = pots;
  }

  /**
   * A coupon of a branch is judged by the branch where it is redeemed: that of the branch system
   * that calls; where none does, by the customer's own.
   *
   * @param homeBranch the customer's home branch, or null
   */
  List<Pricing.Verdict> judge(
      List<PriceReduction.Line> lines,
      UUID customer,
      String homeBranch,
      LocalDate day,
      List<Coupon> coupons) {
    String branch = CallContext.current().servingBranch().orElse(homeBranch);
    Map<UUID, Template> kinds = book.templates(coupons.stream().map(Coupon::templateId).toList());
    Map<UUID, Set<String>> items =
        book.itemsAmong(kinds.keySet(), lines.stream().map(PriceReduction.Line::sku).toList());
    Map<UUID, Set<String>> categories =
        book.categoriesAmong(
            kinds.keySet(),
            lines.stream().flatMap(line -> line.categories().stream()).distinct().toList());
    Map<UUID, Campaign> from =
        campaigns.findAll(
            coupons.stream().map(Coupon::campaignId).filter(Objects::nonNull).toList());
    // A campaign that counts coupons has paid when it issued them.
    Map<UUID, Long> budgets =
        from.values().stream()
            .filter(campaign -> !campaign.countsCoupons())
            .collect(Collectors.toMap(Campaign::id, campaign -> pots.level(campaign.id()).left()));
    List<Pricing.Candidate> candidates =
        coupons.stream()
            .map(coupon -> candidate(coupon, kinds, items, categories, from, budgets))
            .toList();
    return Pricing.of(lines, customer, branch, day, candidates);
  }

  private static Pricing.Candidate candidate(
      Coupon coupon,
      Map<UUID, Template> kinds,
      Map<UUID, Set<String>> items,
      Map<UUID, Set<String>> categories,
      Map<UUID, Campaign> from,
      Map<UUID, Long> budgets) {
    Long budget = coupon.campaignId() == null ? null : budgets.get(coupon.campaignId());
    CampaignStatus status = budget == null ? null : from.get(coupon.campaignId()).status();
    return new Pricing.Candidate(
        coupon.id(),
        coupon.code(),
        coupon.customerId(),
        coupon.status(),
        coupon.validFrom(),
        coupon.validUntil(),
        kinds.get(coupon.templateId()).view(),
        items.getOrDefault(coupon.templateId(), Set.of()),
        categories.getOrDefault(coupon.templateId(), Set.of()),
        coupon.campaignId(),
        status,
        budget);
  }

  /** What a rule says, in the caller's language. */
  static String words(Pricing.Ruling ruling) {
    String key = "coupon.rule." + ruling.rule().name() + (ruling.held() ? ".yes" : ".no");
    return Texts.get(CallContext.current().locale(), key, ruling.args().toArray());
  }
}
