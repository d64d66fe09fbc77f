/** The money in the accounts as pages, REST and SOAP show it. Calls the facades only. */
package com.heyi.web.deposits;
