/** The parts of the traffic log's path, one by one. */
@NullMarked
package io.github.consentgateway.traffic;

import org.jspecify.annotations.NullMarked;
