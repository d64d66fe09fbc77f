/** JSON, the same for REST and for what is stored. */
package com.heyi.shared.json;
