/** Health by MicroProfile Health: {@code /health/ready}, {@code /health/live}; open to all. */
package com.heyi.web.health;
