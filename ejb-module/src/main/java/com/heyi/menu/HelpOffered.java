package com.heyi.menu;

/**
 * Told inside the transaction in which help is offered to somebody who got stuck.
 *
 * @param help the offer
 */
public record HelpOffered(HelpView help) {}
