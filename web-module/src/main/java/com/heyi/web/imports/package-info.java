/** Imports of files by page and REST. Thin: the imports module decides. */
package com.heyi.web.imports;
