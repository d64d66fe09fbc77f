package com.heyi.relationship;

import static com.heyi.shared.facade.Role.AUDITOR;
import static com.heyi.shared.facade.Role.BRANCH;
import static com.heyi.shared.facade.Role.HEAD_OFFICE_ADMIN;
import static com.heyi.shared.facade.Role.OPERATOR;

import com.heyi.relationship.internal.Caring;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Command;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Facade;
import com.heyi.shared.facade.Query;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Who looks after whom. An operator sees whom he looks after himself, or for somebody who is away;
 * administrators and auditors see all.
 */
@Facade
@Stateless
public class ManagersFacade {
  @Inject private Caring caring;

  public ManagersFacade() {}

  ManagersFacade(Caring caring) {
    this.caring = caring;
  }

  /** All relationship managers by name. */
  @Query(
      value = "manager.list",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR})
  public List<ManagerView> managers() {
    return caring.managers();
  }

  /**
   * Makes somebody a manager, or changes what is known of one.
   *
   * @throws HeyiException {@link RelationshipError#MANAGER_ACCOUNT} when nobody signs in with this
   *     account as operator or administrator, {@link RelationshipError#ABSENCE}, {@link
   *     RelationshipError#MANAGER_UNKNOWN} when there is no such substitute, {@link
   *     RelationshipError#SUBSTITUTE}, {@link CommonError#VERSION_MOVED}
   */
  @Command(value = "manager.set", by = HEAD_OFFICE_ADMIN)
  public ManagerView set(SetManager command) {
    return caring.set(command);
  }

  /**
   * Hands customers to another manager, all of them or none.
   *
   * @throws HeyiException {@link RelationshipError#MANAGER_UNKNOWN}, {@link
   *     RelationshipError#MANAGER_INACTIVE}, {@link RelationshipError#SAME_MANAGER}, {@link
   *     RelationshipError#CUSTOMER_UNKNOWN}, {@link RelationshipError#CARE_MOVED} when somebody
   *     else looks after one of them by now, {@link RelationshipError#NOBODY}
   */
  @Command(value = "manager.hand-over", by = HEAD_OFFICE_ADMIN)
  public HandedOver handOver(HandOver command) {
    return caring.handOver(command);
  }

  /**
   * Customers with who looks after them, the latest handed over first unless asked otherwise.
   *
   * <p>Filters: {@code manager} (account), {@code customer} (his number). Sorts: {@code since}.
   */
  @Query(
      value = "manager.customers",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true)
  public Page<CareView> customers(PageRequest request) {
    return caring.page(request);
  }

  /**
   * Who looks after one customer.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}, {@link CommonError#OTHER_BRANCH}
   */
  @Query(
      value = "manager.of-customer",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, BRANCH, AUDITOR},
      personalData = true,
      target = "customer")
  public CareView of(UUID customerId) {
    return caring.of(customerId);
  }

  /**
   * Who looked after one customer since when, the latest first.
   *
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  @Query(
      value = "manager.history",
      by = {HEAD_OFFICE_ADMIN, OPERATOR, AUDITOR},
      personalData = true,
      target = "customer")
  public List<HandOverView> history(UUID customerId) {
    return caring.history(customerId);
  }
}
