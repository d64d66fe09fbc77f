package com.heyi.web.approvals;

import com.heyi.approvals.ApprovalRow;
import com.heyi.approvals.ApprovalStatus;
import com.heyi.approvals.ApprovalsFacade;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.web.approvals.SeveralDecisions.Decision;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Say;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A checker's inbox; also what one has asked for oneself, and everything that one may see. */
@PageAt(value = "/approvals/list.xhtml", facade = ApprovalsFacade.class, needs = "list")
@Named
@ViewScoped
public class ApprovalListPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String SHOWN = "shown";
  private static final String WAITING = "waiting";
  private static final String MINE = "mine";
  private static final String ALL = "all";

  /** Name of the boxes beside the rows; the value of each is id and version of its request. */
  private static final String PICKED = "pick";

  @Inject private ApprovalsFacade approvals;
  private final FormKey key = new FormKey();
  private LazyList<ApprovalRow> list;
  private List<String> picked = List.of();
  private Decision asking;
  private String reason;

  /** Reads the list that the address asks for. */
  public void open() {
    list = LazyList.of(this::page, SHOWN, "status", "action", "maker", "target", "from", "to");
  }

  private Page<ApprovalRow> page(PageRequest request) {
    Map<String, String> filters = new HashMap<>(request.filters());
    switch (shown(filters.remove(SHOWN))) {
      case WAITING -> filters.put("decidable", "yes");
      case MINE -> filters.put("maker", CallContext.current().user());
      default -> {
        // Everything that one may see.
      }
    }
    return approvals.list(request.filteredBy(filters));
  }

  private static String shown(String asked) {
    if (MINE.equals(asked) || ALL.equals(asked) || WAITING.equals(asked)) {
      return asked;
    }
    return CallContext.current().has(Role.AUDITOR) ? ALL : WAITING;
  }

  /** Which part is shown: waiting, mine or all. */
  public String getShown() {
    return shown(list.getFilters().get(SHOWN));
  }

  /** Asks whether the picked ones are to be approved. */
  public void askApprove() {
    ask(Decision.APPROVE);
  }

  /** Asks why the picked ones are to be rejected. */
  public void askReject() {
    ask(Decision.REJECT);
  }

  private void ask(Decision decision) {
    String[] boxes =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .get(PICKED);
    picked = boxes == null ? List.of() : Stream.of(boxes).distinct().toList();
    asking = picked.isEmpty() ? null : decision;
    if (picked.isEmpty()) {
      Say.warn("page.approvals.nothing-selected");
    }
  }

  /** Approves what was picked. */
  public String approvePicked() {
    return decide(Decision.APPROVE);
  }

  /** Rejects what was picked. */
  public String rejectPicked() {
    return decide(Decision.REJECT);
  }

  private String decide(Decision decision) {
    List<SeveralDecisions.Item> items = picked.stream().map(ApprovalListPage::item).toList();
    SeveralDecisions.Results results =
        SeveralDecisions.decide(
            approvals, new SeveralDecisions.Wanted(decision, reason, items), key.getValue());
    results.results().stream()
        .filter(result -> result.problem() != null)
        .forEach(
            result ->
                Say.warn("page.approvals.one-failed", result.id(), result.problem().detail()));
    return Go.saying("page.approvals.decided-some", results.done(), results.failed())
        .to("/approvals/list", SHOWN, getShown());
  }

  private static SeveralDecisions.Item item(String box) {
    int slash = box.indexOf('/');
    try {
      return new SeveralDecisions.Item(
          UUID.fromString(box.substring(0, slash)), Long.parseLong(box.substring(slash + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new HeyiException(CommonError.NOT_FOUND, List.of(box), List.of(), e);
    }
  }

  /** How many are picked. */
  public int getPickedCount() {
    return picked.size();
  }

  /** What the person is asked to confirm, or null. */
  public Decision getAsking() {
    return asking;
  }

  public ApprovalStatus[] getStatuses() {
    return ApprovalStatus.values();
  }

  public LazyList<ApprovalRow> getList() {
    return list;
  }

  public FormKey getKey() {
    return key;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
