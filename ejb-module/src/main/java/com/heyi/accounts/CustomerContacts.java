package com.heyi.accounts;

import java.util.Optional;
import java.util.UUID;

/**
 * Where customers can be reached, unmasked, for those who send them something. As the directory it
 * checks no role and leaves no audit row; therefore the edges may not use it.
 */
public interface CustomerContacts {
  /** His telephone number in E.164, if he has one and is not erased. */
  Optional<String> findPhone(UUID customerId);
}
