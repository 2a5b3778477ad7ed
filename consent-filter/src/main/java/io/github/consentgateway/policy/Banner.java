package io.github.consentgateway.policy;

/**
 * How the question is shown. It makes no difference to what is asked.
 *
 * @param layout how it lies on the page; a box by default
 * @param injection where it gets into the page; first in the body by default
 * @param control where pages show the way back to the choice; at their end by default
 * @param script whether pages load the script that spares visitors who run scripts a reload; true
 *     by default, and everything works without it
 * @param theme its colours and shapes
 */
public record Banner(
    Layout layout, Injection injection, ControlPlace control, boolean script, Theme theme) {

  /** What holds where the file says nothing. */
  static Banner standard() {
    return new Banner(Layout.BOX, Injection.BODY, ControlPlace.END, true, Theme.standard());
  }
}
