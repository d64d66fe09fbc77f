/**
 * How much one client may ask for: calls per minute and bytes per call. Kept per node, in memory.
 */
package com.heyi.web.limits;
