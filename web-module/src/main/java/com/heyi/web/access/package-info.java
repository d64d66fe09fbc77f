/** Users and roles as pages and by REST, for administrators. */
package com.heyi.web.access;
