/** Export, erasure and retention of personal data as pages and by REST. */
package com.heyi.web.privacy;
