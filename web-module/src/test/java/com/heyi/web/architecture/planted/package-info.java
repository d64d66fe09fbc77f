/** Code that breaks the rules on purpose, to show that each rule can fail. */
package com.heyi.web.architecture.planted;
