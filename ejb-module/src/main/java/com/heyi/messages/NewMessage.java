package com.heyi.messages;

import java.util.List;
import java.util.Objects;

/**
 * Something to tell somebody.
 *
 * @param key names the cause, such as {@code complaint:<id>:3}; a second message with it is not
 *     queued
 * @param recipient to whom
 * @param template name of the template: its words are {@code message.<template>.title} and {@code
 *     message.<template>.text} in the texts of each language
 * @param args what fills the template; a day in ISO form is written in the recipient's way, a
 *     {@link com.heyi.shared.text.BookNote} in his language, and, only at the places that {@link
 *     com.heyi.messages.internal.WhatNamesACustomer} knows, {@code customer:<id>} by the name that
 *     the customer has then
 * @param subject what it is about, as a target of the trail, or null
 * @param wanted the channel that he used himself, or null; his preference goes before it
 */
public record NewMessage(
    String key,
    Recipient recipient,
    String template,
    List<String> args,
    String subject,
    MessageChannel wanted) {
  public NewMessage {
    Objects.requireNonNull(key);
    Objects.requireNonNull(recipient);
    Objects.requireNonNull(template);
    args = List.copyOf(args);
  }
}
