/** JSON, the same for REST, for what is stored and for what is posted to endpoints of others. */
package com.heyi.shared.json;
