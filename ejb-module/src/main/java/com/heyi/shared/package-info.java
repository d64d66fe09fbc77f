/**
 * What every business module stands on: the facade mechanism (who may call, what is recorded, what
 * happens on a retry), the error model, paging, value types, JSON, time, files with secrets and
 * work that goes on by itself.
 *
 * <p>Depends on no business module. A business module may use every public type below this package.
 */
package com.heyi.shared;
