package io.github.consentgateway.demo.journey;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of the cookies of one request.
 *
 * @param seen names that the application could read
 * @param hidden names that the browser sent and the application could not read
 */
record ApplicationView(Set<String> seen, Set<String> hidden) {

  /** Leaves the day out of the names of day cookies. */
  ApplicationView {
    hidden =
        hidden.stream()
            .map(name -> name.startsWith(Cookies.SINCE) ? Cookies.SINCE : name)
            .collect(Collectors.toSet());
  }
}
