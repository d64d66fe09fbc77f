/** The one error model: stable codes, arguments for the message, and errors per field. */
package com.heyi.shared.error;
