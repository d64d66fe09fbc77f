package com.heyi.promotions.internal;

import com.heyi.accounts.CustomerSegments;
import com.heyi.imports.BatchRuns;
import com.heyi.imports.ImportRunView;
import com.heyi.promotions.CampaignView;
import com.heyi.promotions.ChangeCampaign;
import com.heyi.promotions.CreateCampaign;
import com.heyi.promotions.PromotionsError;
import com.heyi.promotions.SetBudget;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.work.Slices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes a campaign from its definition to its end. */
@ApplicationScoped
public class Campaigns {
  private static final int AT_A_TIME = 1000;

  private CampaignBook book;
  private CouponBook coupons;
  private Pots pots;
  private CustomerSegments segments;
  private BatchRuns batches;
  private Clock clock;

  protected Campaigns() {}

  @Inject
  public Campaigns(
      CampaignBook book,
      CouponBook coupons,
      Pots pots,
      CustomerSegments segments,
      BatchRuns batches,
      Clock clock) {
    this.book = book;
    this.coupons = coupons;
    this.pots = pots;
    this.segments = segments;
    this.batches = batches;
    this.clock = clock;
  }

  /**
   * @throws HeyiException {@link PromotionsError#CAMPAIGN_DUPLICATE}, {@link
   *     PromotionsError#CAMPAIGN_DAYS}, {@link CommonError#NOT_FOUND} for its coupon
   */
  public CampaignView create(CreateCampaign command) {
    if (book.find(command.code()).isPresent()) {
      throw new HeyiException(PromotionsError.CAMPAIGN_DUPLICATE, command.code());
    }
    UUID template =
        command.template() == null
            ? null
            : coupons
                .findTemplate(command.template())
                .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, command.template()))
                .id();
    Campaign campaign =
        new Campaign(command, template, CallContext.current().user(), clock.instant(), today());
    book.add(campaign);
    book.flush();
    pots.allot(campaign.id(), 0);
    return view(campaign);
  }

  /**
   * @throws HeyiException {@link PromotionsError#BUDGET_TOO_SMALL}, {@link
   *     CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  public CampaignView setBudget(SetBudget command) {
    Campaign campaign = book.hold(command.campaignId(), command.expectedVersion());
    if (!pots.allot(campaign.id(), command.budget())) {
      throw new HeyiException(PromotionsError.BUDGET_TOO_SMALL, pots.level(campaign.id()).spent());
    }
    campaign.allow(command.budget());
    return view(campaign);
  }

  public CampaignView start(ChangeCampaign command) {
    Campaign campaign = book.hold(command.campaignId(), command.expectedVersion());
    campaign.start(today());
    return view(campaign);
  }

  public CampaignView stop(ChangeCampaign command) {
    Campaign campaign = book.hold(command.campaignId(), command.expectedVersion());
    campaign.stop();
    return view(campaign);
  }

  /** Starts the batch that gives its coupon to everybody in its audience who has none. */
  public CampaignView issueToAudience(ChangeCampaign command) {
    Campaign campaign = book.hold(command.campaignId(), command.expectedVersion());
    campaign.requireOn(today());
    if (campaign.templateId().isEmpty()) {
      throw new HeyiException(PromotionsError.CAMPAIGN_NO_COUPON, campaign.code());
    }
    if (campaign.run().map(batches::view).filter(run -> run.status().isActive()).isPresent()) {
      throw new HeyiException(PromotionsError.CAMPAIGN_RUNNING_BATCH);
    }
    Slices<UUID> audience =
        Slices.of(AT_A_TIME, (after, most) -> segments.after(campaign.audience(), after, most));
    ImportRunView run =
        batches.queue(
            CampaignIssue.KIND, campaign.code(), CampaignIssue.list(campaign.id(), audience));
    campaign.issuesBy(run.id());
    ChangeLog.note("campaign", campaign.id(), "audience", null, audience.count());
    return view(campaign);
  }

  public CampaignView view(UUID id) {
    return view(book.get(id));
  }

  public Page<CampaignView> page(PageRequest request) {
    Page<Campaign> page = book.page(request);
    List<UUID> ids = page.items().stream().map(Campaign::id).toList();
    Map<UUID, CampaignBook.Issued> issued = ids.isEmpty() ? Map.of() : book.issued(ids);
    return new Page<>(
        page.items().stream().map(campaign -> view(campaign, issued, null)).toList(),
        page.nextCursor(),
        page.total());
  }

  private CampaignView view(Campaign campaign) {
    book.flush();
    return view(
        campaign,
        book.issued(List.of(campaign.id())),
        campaign.run().map(batches::view).orElse(null));
  }

  private CampaignView view(
      Campaign campaign, Map<UUID, CampaignBook.Issued> issued, ImportRunView run) {
    CampaignBook.Issued sums = issued.getOrDefault(campaign.id(), CampaignBook.Issued.NONE);
    return campaign.view(
        campaign.templateId().map(coupons::template).map(Template::code).orElse(null),
        pots.level(campaign.id()).spent(),
        sums.coupons(),
        sums.taken(),
        run);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
