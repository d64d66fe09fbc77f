/** Messages to customers: pages and REST. */
package com.heyi.web.messages;
