/** Customers and accounts as pages, REST and SOAP; thin, for the facades decide. */
package com.heyi.web.accounts;
