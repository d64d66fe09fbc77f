package com.heyi.shared.facade;

import com.heyi.shared.error.HeyiException;
import java.util.Optional;

/** Where the facade mechanism asks whether a call waits for a second person, and leaves it. */
public interface ApprovalGate {
  /** What is set for this action now, or empty when nobody else is needed. */
  Optional<FourEyes> ruleFor(String action);

  /**
   * The request that this caller made earlier under the same key.
   *
   * @return what to answer him again, or empty when there is none
   * @throws HeyiException {@link CommonError#KEY_REUSED} when it was another call; the approvals
   *     module's own code when the request has ended without being approved
   */
  Optional<ApprovalPending> earlier(Caller maker, String fingerprint);

  /**
   * What a call weighs together with what its maker did before without a second person, to the same
   * target or to any as the rule says. It is remembered for the next one, in the running
   * transaction, and forgotten with it when that is rolled back. Of two such calls at once the
   * second one waits for the first.
   *
   * @param target what it is about, or null: then all calls without a target count together
   * @param weight 0 or more
   * @param rule one whose amounts add up: how far back, and by what
   */
  long together(Caller maker, String action, String target, long weight, FourEyes rule);

  /**
   * What {@link #together} would answer now, for a call that asks before it has ended: nothing is
   * remembered and nobody waits.
   */
  long wouldBeTogether(Caller maker, String action, String target, long weight, FourEyes rule);

  /**
   * Stores the call as a request, with the row of the call in the trail, in a transaction of its
   * own: one is not there without the other.
   *
   * @return what to answer the maker
   * @throws HeyiException when another request for the same target waits already, or the call
   *     carries a {@link Secret}; then nothing is stored
   */
  ApprovalPending hold(HeldCall call);
}
