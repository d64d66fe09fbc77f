/** Files that must be whole or not be there at all. */
package com.heyi.shared.file;
