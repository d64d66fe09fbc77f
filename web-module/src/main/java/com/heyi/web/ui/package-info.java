/**
 * What all pages share: texts and formats for the tags, the menu, lazy lists, export of lists,
 * forms that are safe to send twice, and the running of commands with their messages.
 *
 * <p>May use {@link com.heyi.shared}, {@code com.heyi.web.security} and {@code
 * com.heyi.web.errors}; knows no module.
 */
package com.heyi.web.ui;
