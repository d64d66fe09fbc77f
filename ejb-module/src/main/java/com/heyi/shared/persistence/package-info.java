/** What entities and repositories share. Records never come from here across a module's border. */
package com.heyi.shared.persistence;
