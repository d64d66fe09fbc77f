/**
 * The personal menu: which functions the channels offer, what customers use, in which order each
 * customer finds them, how he wants to see them, and where he gets stuck.
 *
 * <p>Edges use {@link com.heyi.menu.MenuFacade} and {@link com.heyi.menu.MenuFunctionsFacade}. Who
 * wants to know that somebody needs help observes {@link com.heyi.menu.HelpOffered}. May use {@link
 * com.heyi.shared}, of {@link com.heyi.accounts} the customer directory and the apps' functions,
 * and of {@link com.heyi.messages} the customer's language.
 */
package com.heyi.menu;
