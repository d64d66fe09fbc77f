/** Requests for a second person, over REST and on pages. */
package com.heyi.web.approvals;
