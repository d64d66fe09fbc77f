/**
 * Pages, REST and SOAP over the complaints desk. Thin: asks {@link
 * com.heyi.complaints.ComplaintsFacade} only.
 */
package com.heyi.web.complaints;
