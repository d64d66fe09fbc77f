package com.heyi.promotions;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.promotions.internal.Campaigns;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Campaigns. Setting a budget and starting wait for a second person; a budget is never exceeded,
 * however many draw on it at once.
 */
@Facade
@Stateless
public class CampaignFacade {
  @Inject private Campaigns campaigns;

  public CampaignFacade() {}

  CampaignFacade(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /**
   * Campaigns, newest first unless asked otherwise.
   *
   * <p>Filters: {@code code}, {@code name}, {@code status}, {@code unit}. Sorts: {@code createdAt},
   * {@code startsOn}, {@code endsOn}.
   */
  @Query(
      value = "campaign.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public Page<CampaignView> list(PageRequest request) {
    return campaigns.page(request);
  }

  /**
   * One campaign with what it has spent.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "campaign.view",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public CampaignView view(UUID campaignId) {
    return campaigns.view(campaignId);
  }

  /**
   * Defines a campaign, without a budget.
   *
   * @throws HeyiException {@link PromotionsError#CAMPAIGN_DUPLICATE}, {@link
   *     PromotionsError#CAMPAIGN_DAYS}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "campaign.create", by = HEAD_OFFICE_ADMIN)
  public CampaignView create(CreateCampaign command) {
    return campaigns.create(command);
  }

  /**
   * Says how much a campaign may spend in all.
   *
   * @throws HeyiException {@link PromotionsError#BUDGET_TOO_SMALL}, {@link
   *     CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "campaign.set-budget", by = HEAD_OFFICE_ADMIN)
  public CampaignView setBudget(SetBudget command) {
    return campaigns.setBudget(command);
  }

  /**
   * Lets a campaign spend.
   *
   * @throws HeyiException {@link PromotionsError#CAMPAIGN_STATUS}, {@link
   *     PromotionsError#CAMPAIGN_NO_BUDGET}, {@link PromotionsError#CAMPAIGN_NOT_ON}, {@link
   *     CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(value = "campaign.start", by = HEAD_OFFICE_ADMIN)
  public CampaignView start(ChangeCampaign command) {
    return campaigns.start(command);
  }

  /**
   * Lets a campaign spend no more. Coupons that it has paid for stay good.
   *
   * @throws HeyiException {@link PromotionsError#CAMPAIGN_STATUS}, {@link
   *     CommonError#VERSION_MOVED}, {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "campaign.stop",
      by = {HEAD_OFFICE_ADMIN, OPERATOR})
  public CampaignView stop(ChangeCampaign command) {
    return campaigns.stop(command);
  }

  /**
   * Starts the batch that gives the campaign's coupon to everybody in its audience.
   *
   * @throws HeyiException {@link PromotionsError#CAMPAIGN_STATUS}, {@link
   *     PromotionsError#CAMPAIGN_NOT_ON}, {@link PromotionsError#CAMPAIGN_NO_COUPON}, {@link
   *     PromotionsError#CAMPAIGN_RUNNING_BATCH}, {@link CommonError#VERSION_MOVED}, {@link
   *     CommonError#NOT_FOUND}
   */
  @Command(value = "campaign.issue", by = HEAD_OFFICE_ADMIN)
  public CampaignView issue(ChangeCampaign command) {
    return campaigns.issueToAudience(command);
  }
}
