package io.github.consentgateway.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;

/**
 * Maps the filter for the dispatches that its declaration has left out. A declaration that names no
 * dispatcher types is for {@code REQUEST} only (Jakarta Servlet 6.0, 6.2.5), and so is Spring
 * Boot's: error pages would go round the gate, and without the fields that the container clears for
 * them. No method tells what a filter is mapped for, so all is mapped once more; being asked twice,
 * the filter still judges once.
 */
final class EveryDispatch {

  private static final System.Logger LOG = System.getLogger("io.github.consentgateway");

  /** A request finds the filter where it was declared; the order of filters is the operator's. */
  private static final EnumSet<DispatcherType> INNER =
      EnumSet.complementOf(EnumSet.of(DispatcherType.REQUEST));

  private EveryDispatch() {}

  /** Maps the filter, before all others, at the URL patterns that it has already. */
  static void map(FilterConfig config) {
    if (!isMapped(config)) {
      LOG.log(
          Level.WARNING,
          "Filter {0} stays mapped as it was declared, since the container takes no more mappings:"
              + " unless that is /* for all dispatcher types, error pages go round it",
          config.getFilterName());
    }
  }

  private static boolean isMapped(FilterConfig config) {
    try {
      FilterRegistration filter =
          config.getServletContext().getFilterRegistration(config.getFilterName());
      return filter != null && isMapped(filter);
    } catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException no) {
      return false;
    }
  }

  private static boolean isMapped(FilterRegistration filter) {
    Set<String> patterns = Set.copyOf(filter.getUrlPatternMappings());
    filter.addMappingForUrlPatterns(INNER, false, patterns.toArray(String[]::new));
    return true;
  }
}
