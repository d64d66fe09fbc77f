package com.heyi.menu;

/**
 * A place in a menu.
 *
 * @param place from 1
 * @param function code of the function
 * @param name its name in the caller's language
 * @param reason why it stands here
 * @param because the same in the caller's language
 * @param perMille how likely the customer needs it next, of a thousand
 */
public record MenuPlace(
    int place, String function, String name, PlaceReason reason, String because, int perMille) {}
