/** Time, in the bank's zone, from one injected clock. */
package com.heyi.shared.time;
