/** Families by page and REST. Calls the facade only. */
package com.heyi.web.family;
