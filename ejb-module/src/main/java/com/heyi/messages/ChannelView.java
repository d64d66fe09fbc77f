package com.heyi.messages;

/**
 * Whether a channel can send here.
 *
 * @param channel the channel
 * @param ready whether it is set up
 * @param waiting how many messages wait
 */
public record ChannelView(MessageChannel channel, boolean ready, long waiting) {}
