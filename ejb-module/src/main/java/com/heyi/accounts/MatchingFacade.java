package com.heyi.accounts;

import com.heyi.accounts.internal.CustomerViews;
import com.heyi.accounts.internal.Matches;
import com.heyi.accounts.internal.Merging;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * Who the customers of old apps are: suggestions that a person decides, and two records of one
 * person united and parted again.
 */
@Facade
@Stateless
public class MatchingFacade {
  @Inject private Matches matches;
  @Inject private Merging merging;
  @Inject private CustomerViews views;

  public MatchingFacade() {}

  MatchingFacade(Matches matches, Merging merging, CustomerViews views) {
    this.matches = matches;
    this.merging = merging;
    this.views = views;
  }

  /**
   * Suggestions, the best first unless asked otherwise. What is open about a record that has been
   * merged is left out until it stands for itself again.
   *
   * <p>Filters: {@code status}. Sorts: {@code score}, {@code madeAt}.
   */
  @Query(
      value = "match.list",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR, Role.AUDITOR},
      personalData = true)
  public Page<MatchView> list(PageRequest request) {
    return matches.page(request);
  }

  /**
   * Says that two customers are two persons; they are not suggested again.
   *
   * @throws HeyiException {@link AccountsError#MATCH_DECIDED}; {@link CommonError#VERSION_MOVED};
   *     {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "match.reject",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR})
  public MatchView reject(RejectMatch command) {
    return matches.reject(command);
  }

  /**
   * Lets a customer point to another who he is. Both records stay; from then on his identities and
   * accounts are the other's too.
   *
   * @return the customer who he is
   * @throws HeyiException {@link AccountsError#MERGE_UNFIT} saying why; {@link
   *     AccountsError#MERGE_OTHERS_FIRST}; {@link AccountsError#MERGE_OTHER_ID}; {@link
   *     CommonError#VERSION_MOVED}; {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "customer.merge",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR})
  public CustomerView merge(MergeCustomers command) {
    return views.of(merging.merge(command));
  }

  /**
   * Lets a merged customer stand for himself again, with all that is his.
   *
   * @return the customer himself
   * @throws HeyiException {@link AccountsError#NOT_MERGED}; {@link CommonError#VERSION_MOVED};
   *     {@link CommonError#NOT_FOUND}
   */
  @Command(
      value = "customer.unmerge",
      by = {Role.HEAD_OFFICE_ADMIN, Role.OPERATOR})
  public CustomerView unmerge(UnmergeCustomer command) {
    return views.of(merging.unmerge(command));
  }
}
