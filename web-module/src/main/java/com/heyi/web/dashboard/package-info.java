/** The first page: figures of all modules, each for those who may see it. Asks facades only. */
package com.heyi.web.dashboard;
