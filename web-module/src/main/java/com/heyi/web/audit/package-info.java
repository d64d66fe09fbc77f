/** Pages and REST over the audit trail. Thin: asks {@link com.heyi.audit.AuditFacade} only. */
package com.heyi.web.audit;
