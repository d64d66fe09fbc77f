/** Pages, REST and SOAP of personal menus. */
package com.heyi.web.menu;
