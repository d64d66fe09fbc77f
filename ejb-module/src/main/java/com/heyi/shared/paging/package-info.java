/** The one way to ask for a part of a list and to answer with it. */
package com.heyi.shared.paging;
