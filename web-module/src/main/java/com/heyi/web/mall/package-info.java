/** The points mall by page, REST and SOAP. Thin: the mall's facades decide. */
package com.heyi.web.mall;
