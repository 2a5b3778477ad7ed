package io.github.consentgateway.markup;

import java.util.Optional;

/** What the gateway shows in a page. */
@FunctionalInterface
public interface Insertions {

  /**
   * The markup for a place, asked at most once per page and place, when the place is reached. It is
   * ASCII only, with character references for the rest, so that it fits in every charset; it closes
   * what it opens, and begins with a tag that ends SVG, such as {@code <div>}, as a page may end
   * within. Nothing is inserted if it is empty. The array is neither kept nor changed.
   *
   * @param language what {@code lang} of {@code <html>} says: letters, digits and hyphens, at most
   *     35; empty if it says nothing or something else
   */
  byte[] at(Place place, Optional<String> language);

  /**
   * Tells that the page has a {@code <base href>}: relative addresses lead elsewhere from here on.
   */
  default void based() {}

  /**
   * Tells that the page has a consent interface of its own, once for each page.
   *
   * @param name what it was known by: one of a closed list of ids, hosts and file names
   */
  default void sighted(String name) {}
}
