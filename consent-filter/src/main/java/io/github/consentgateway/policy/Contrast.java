package io.github.consentgateway.policy;

/**
 * How far two colours are apart, from 1 to 21 (<a
 * href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>).
 */
final class Contrast {

  private static final double GLARE = 0.05;

  private Contrast() {}

  /** The ratio of two colours of the forms {@code #rgb} and {@code #rrggbb}. */
  static double of(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + GLARE) / (Math.min(a, b) + GLARE);
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 1) + 0.0722 * channel(colour, 2);
  }

  private static double channel(String colour, int index) {
    boolean brief = colour.length() == 4;
    int digits = brief ? 1 : 2;
    int from = 1 + index * digits;
    int read = Integer.parseInt(colour.substring(from, from + digits), 16);
    double part = (brief ? 17 * read : read) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
