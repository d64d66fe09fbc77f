package com.heyi.promotions.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.accounts.CustomerRef;
import com.heyi.accounts.IdentityStatus;
import com.heyi.imports.CustomerBatch;
import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.promotions.CampaignStatus;
import com.heyi.promotions.PromotionsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The batch that gives a campaign's coupon to its audience. Whoever has the coupon is left alone,
 * and the budget is never exceeded.
 */
@ApplicationScoped
public class CampaignIssue extends CustomerBatch {
  static final String KIND = "campaign-issue";
  private static final String CAMPAIGN = "campaign";

  private CampaignBook campaigns;
  private CouponBook book;
  private Coupons coupons;
  private CustomerDirectory customers;

  protected CampaignIssue() {
    super(KIND, CAMPAIGN);
  }

  @Inject
  public CampaignIssue(
      CampaignBook campaigns, CouponBook book, Coupons coupons, CustomerDirectory customers) {
    this();
    this.campaigns = campaigns;
    this.book = book;
    this.coupons = coupons;
    this.customers = customers;
  }

  /** The list that the batch works off. */
  static Iterator<String> list(UUID campaign, Iterator<UUID> customers) {
    return list(CAMPAIGN, campaign, customers);
  }

  @Override
  protected ImportOutcome work(String campaignId, List<ImportRecord> rows) {
    Optional<Campaign> campaign =
        Ids.find(campaignId)
            .flatMap(campaigns::find)
            .filter(found -> found.status() == CampaignStatus.RUNNING)
            .filter(found -> found.templateId().isPresent());
    if (campaign.isEmpty()) {
      return ImportOutcome.allRejected(rows, PromotionsError.CAMPAIGN_LINE.code());
    }
    ImportOutcome outcome = ImportOutcome.loaded(0);
    Map<UUID, ImportRecord> wanted = new LinkedHashMap<>();
    Map<UUID, CustomerRef> known =
        customers.findAll(rows.stream().flatMap(row -> customer(row).stream()).distinct().toList());
    for (ImportRecord row : rows) {
      CustomerRef customer = customer(row).map(known::get).orElse(null);
      if (customer == null || customer.identityStatus() == IdentityStatus.ERASED) {
        outcome = outcome.plus(ImportOutcome.rejected(row, PromotionsError.CAMPAIGN_LINE.code()));
      } else if (wanted.putIfAbsent(customer.id(), row) != null) {
        outcome = outcome.plus(ImportOutcome.unchanged(1));
      }
    }
    return wanted.isEmpty() ? outcome : outcome.plus(issue(campaign.get(), wanted));
  }

  private ImportOutcome issue(Campaign campaign, Map<UUID, ImportRecord> wanted) {
    Template template = book.template(campaign.templateId().orElseThrow());
    Coupons.Issuing issuing;
    try {
      issuing = coupons.issue(template, campaign, wanted.keySet(), null);
    } catch (HeyiException e) {
      // The campaign's or the template's own state, asked before anything is written.
      return ImportOutcome.allRejected(List.copyOf(wanted.values()), e.code(), e.args().toArray());
    }
    ImportOutcome outcome = ImportOutcome.loaded(issuing.coupons().size());
    for (Map.Entry<UUID, HeyiException> refused : issuing.refused().entrySet()) {
      HeyiException why = refused.getValue();
      outcome =
          outcome.plus(
              why.error() == PromotionsError.CAMPAIGN_HAS_IT
                  ? ImportOutcome.unchanged(1)
                  : ImportOutcome.rejected(
                      wanted.get(refused.getKey()), why.code(), why.args().toArray()));
    }
    return outcome;
  }
}
