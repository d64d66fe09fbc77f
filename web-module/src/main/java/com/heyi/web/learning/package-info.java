/** What is learned from complaints, as pages and REST show it. Calls the facades only. */
package com.heyi.web.learning;
