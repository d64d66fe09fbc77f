/** Code that breaks every rule on purpose, to show that the rules can fail. */
package com.heyi.architecture.planted;
