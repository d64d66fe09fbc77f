/** The end of apps as pages, REST and SOAP show it. Calls the facades only. */
package com.heyi.web.winddown;
