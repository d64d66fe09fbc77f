/**
 * Work that goes on by itself: over what is due, and to endpoints of others, which may fail. One
 * piece that cannot be done never keeps the others.
 */
package com.heyi.shared.work;
