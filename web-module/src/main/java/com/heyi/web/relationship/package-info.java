/**
 * What customers are worth to the bank, as pages, REST and SOAP show it. Calls the facades only.
 */
package com.heyi.web.relationship;
