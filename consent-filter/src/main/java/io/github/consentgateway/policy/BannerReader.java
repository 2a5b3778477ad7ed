package io.github.consentgateway.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads how the question is shown. */
final class BannerReader {

  private final Optional<Section> section;
  private final Problems warnings;

  BannerReader(Section file, Problems warnings) {
    this.section = file.section("banner");
    this.warnings = warnings;
  }

  Banner read() {
    return section.map(this::banner).orElse(Banner.standard());
  }

  private Banner banner(Section said) {
    Banner standard = Banner.standard();
    Banner banner =
        new Banner(
            one(said, "layout", Layout.class, standard.layout()),
            one(said, "injection", Injection.class, standard.injection()),
            one(said, "control", ControlPlace.class, standard.control()),
            said.flag("script").orElse(standard.script()),
            said.section("theme").map(of -> new ThemeReader(of).read()).orElse(standard.theme()));
    said.close();
    if (banner.injection() == Injection.OFF) {
      warnings.add(
          said.node(),
          "banner.injection is off: nobody is asked unless the pages do it, and every page must"
              + " link to the preference centre (GDPR article 7(3))");
    }
    return banner;
  }

  private static <E extends Enum<E>> E one(Section said, String key, Class<E> type, E standard) {
    Optional<Node.Scalar> text = said.text(key);
    Optional<E> named =
        text.flatMap(
            scalar ->
                Arrays.stream(type.getEnumConstants())
                    .filter(constant -> word(constant).equals(scalar.text()))
                    .findAny());
    text.filter(scalar -> named.isEmpty())
        .ifPresent(scalar -> said.wrong(scalar, key, allowed(type)));
    return named.orElse(standard);
  }

  private static <E extends Enum<E>> String allowed(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(BannerReader::word)
        .collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
