/** Texts in the three languages that Heyi speaks. */
package com.heyi.shared.text;
