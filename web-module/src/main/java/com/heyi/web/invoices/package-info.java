/** Invoices as pages, REST and SOAP show them. Calls the facades only. */
package com.heyi.web.invoices;
