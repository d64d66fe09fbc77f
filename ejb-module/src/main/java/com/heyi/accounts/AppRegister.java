package com.heyi.accounts;

import com.heyi.shared.error.HeyiException;
import java.util.List;
import java.util.UUID;

/**
 * The apps for the module that winds them down, inside its transactions. It checks no role and
 * leaves no audit row, for the facade that asks does so; therefore the edges may not use it.
 */
public interface AppRegister {

  /**
   * The app with this code, held until the transaction ends: nobody links an identity to it
   * meanwhile, and its status stays.
   *
   * @throws HeyiException {@link AccountsError#APP_UNKNOWN}
   */
  AppView hold(String code);

  /** Takes no new customers from now on. */
  void freeze(String code);

  /** Takes new customers again. */
  void reopen(String code);

  /** Is used no more. */
  void close(String code);

  /** The customers whom the app knows, each once, in the order of their ids. */
  List<UUID> customersOf(String code);

  /** How many of its customers another app does not know yet. */
  long notKnownTo(String code, String otherCode);

  /** How many accounts that are not closed the customers of an app hold. */
  long openAccountsOf(String code);

  /** The ids by which an app knows a customer. */
  List<String> identities(String code, UUID customerId);

  /**
   * Lets an app know a customer of another one: by his customer number, unless it knows him
   * already.
   *
   * @throws HeyiException {@link AccountsError#APP_UNKNOWN}, {@link AccountsError#APP_CLOSED}
   */
  void introduce(UUID customerId, String toCode);
}
