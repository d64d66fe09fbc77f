package com.heyi.web.approvals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.heyi.approvals.ApprovalStatus;
import com.heyi.approvals.ApprovalView;
import com.heyi.approvals.ApprovalsFacade;
import com.heyi.approvals.ApproveRequest;
import com.heyi.approvals.RejectRequest;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.web.errors.Problem;
import com.heyi.web.errors.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Decides several requests, each in a transaction of its own. */
final class SeveralDecisions {
  private static final int MOST = 100;

  private SeveralDecisions() {}

  /** What to decide. */
  public enum Decision {
    APPROVE,
    REJECT
  }

  /**
   * A request and the version of it that the caller has seen.
   *
   * @param id which request
   * @param version the version seen
   */
  public record Item(@NotNull UUID id, long version) {}

  /**
   * Decisions wanted.
   *
   * @param decision what to decide of all of them
   * @param reason why; needed to reject
   * @param items which requests, 1 to 100
   */
  public record Wanted(
      @NotNull Decision decision,
      String reason,
      @NotEmpty @Size(max = MOST) List<@NotNull @Valid Item> items) {}

  /**
   * What became of one.
   *
   * @param id which request
   * @param status where it stands now, when it was decided
   * @param problem why it was not, else
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result(UUID id, ApprovalStatus status, Problem problem) {}

  /**
   * What became of all.
   *
   * @param done how many were decided
   * @param failed how many were not
   * @param results one each, in the order asked for
   */
  public record Results(long done, long failed, List<Result> results) {}

  /**
   * Decides one after the other.
   *
   * @param key by which a repetition of the whole is recognised
   */
  static Results decide(ApprovalsFacade approvals, Wanted wanted, String key) {
    List<Result> results =
        wanted.items().stream().map(item -> decide(approvals, wanted, item, key)).toList();
    long done = results.stream().filter(result -> result.problem() == null).count();
    return new Results(done, results.size() - done, results);
  }

  private static Result decide(ApprovalsFacade approvals, Wanted wanted, Item item, String key) {
    Caller caller = CallContext.current();
    Caller each = caller.withIdempotencyKey(key + "/" + item.id());
    try {
      ApprovalView decided =
          CallContext.callAs(
              each,
              () ->
                  wanted.decision() == Decision.APPROVE
                      ? approvals.approve(new ApproveRequest(item.id(), item.version()))
                      : approvals.reject(
                          new RejectRequest(item.id(), item.version(), wanted.reason())));
      return new Result(item.id(), decided.status(), null);
    } catch (Exception e) {
      return new Result(item.id(), null, Problems.of(e, caller.locale(), caller.requestId()));
    }
  }
}
