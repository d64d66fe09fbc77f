/** Values that mean something: points, money, ids. Never a bare number, never a double. */
package com.heyi.shared.value;
