/**
 * What customers are told, by SMS, e-mail or in the app: an outbox whose rows are made in the
 * transaction of their cause and sent after it, at least once, under an id that does not change.
 *
 * <p>Other modules queue through {@link com.heyi.messages.Outbox}, and offer an {@link
 * com.heyi.messages.AddressBook} for recipients who are no customers. Edges use {@link
 * com.heyi.messages.MessagesFacade}. May use {@link com.heyi.shared} and of {@link
 * com.heyi.accounts} the customer directory and the customers' contacts.
 */
package com.heyi.messages;
