package com.heyi.complaints.internal;

import com.heyi.complaints.Interest;
import com.heyi.shared.value.AccountName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The handler has no direct interest in the case (回避, Order 2020 No. 3): it is not about his own
 * branch, nor about what he sold, nor is he named in it, nor does he review his own decision.
 *
 * @param branch the branch that the case is about, or null
 * @param named who is named in it or sold what it is about, and which of the two
 * @param deciders who decided what is now reviewed
 */
record WhoHasAnInterestDoesNotHandle(
    String branch, Map<String, Interest> named, Set<String> deciders) {

  /** The interest of this person, or empty when he has none. */
  Optional<Interest> of(Candidate candidate) {
    String account = AccountName.of(candidate.user());
    if (named.containsKey(account)) {
      return Optional.of(named.get(account));
    } else if (deciders.contains(account)) {
      return Optional.of(Interest.EARLIER_DECISION);
    } else if (branch != null && branch.equals(candidate.branch())) {
      return Optional.of(Interest.OWN_BRANCH);
    }
    return Optional.empty();
  }
}
