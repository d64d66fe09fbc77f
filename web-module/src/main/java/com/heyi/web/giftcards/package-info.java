/** Gift cards by page, REST and SOAP. */
package com.heyi.web.giftcards;
