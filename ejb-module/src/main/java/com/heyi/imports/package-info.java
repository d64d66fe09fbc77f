/**
 * Imports of files: one restartable job with progress for every kind of file. A module that has
 * something to load offers an {@link com.heyi.imports.ImportHandler}; this module reads the file,
 * keeps the place, writes the rejects with line and reason, and audits the run.
 *
 * <p>The folder of uploads is shared: a module that keeps files there is a {@link
 * com.heyi.imports.StoredFileOwner}, and holds and lets go by {@link com.heyi.imports.KeptFiles}.
 *
 * <p>May use {@link com.heyi.shared} only; it finds the handlers by injection and knows no module.
 */
package com.heyi.imports;
