/** How reports are counted, and how returns are frozen. */
package com.heyi.complaints.internal.reports;
