package com.heyi.invoices;

/**
 * The way to the tax authority.
 *
 * @param ready whether an endpoint is configured; without one invoices wait
 * @param seller whether the seller is configured; without him none is made
 * @param waiting how many invoices wait
 * @param refused how many were refused for themselves and are not mended; red ones that ended with
 *     their blue one go on with it and are left out
 */
public record GatewayView(boolean ready, boolean seller, long waiting, long refused) {}
