package com.heyi.accounts;

import com.heyi.shared.error.HeyiException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The apps for the modules that wind them down or list what they offer, inside their transactions.
 * It checks no role and leaves no audit row, for the facade that asks does so; therefore the edges
 * may not use it.
 */
public interface AppRegister {

  /**
   * The app with this code.
   *
   * @throws HeyiException {@link AccountsError#APP_UNKNOWN}
   */
  AppView require(String code);

  /** What apps can do for a customer, by code. */
  List<AppFunctionView> functions();

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

  /** How many customers the app knows, each counted once. */
  long countCustomersOf(String code);

  /** The customers whom the app knows, each once, so many at a time and in no order. */
  void eachCustomerOf(String code, int atOnce, Consumer<List<UUID>> work);

  /** All records of the customers whom the app knows, with those that were merged into them. */
  List<UUID> recordsOf(String code);

  /** How many accounts that are not closed the customers of an app hold. */
  long openAccountsOf(String code);

  /** The ids by which an app knows these customers; who is unknown to it is left out. */
  Map<UUID, Set<String>> identities(String code, Collection<UUID> customers);

  /** The ids by which any app knows a customer. */
  Set<String> identitiesEverywhere(UUID customerId);

  /** Which of these ids an app knows somebody by. */
  Set<String> known(String code, Collection<String> externalIds);

  /**
   * Lets an app know customers of another one: by their customer numbers, unless it knows them
   * already.
   *
   * @throws HeyiException {@link AccountsError#APP_UNKNOWN}, {@link AccountsError#APP_CLOSED}
   */
  void introduce(Collection<UUID> customers, String toCode);
}
