package io.github.consentgateway.demo.journey;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same eyes in Chromium on the same shop without a gate. */
@Tag("browser")
class ChromiumControlTest {
  @RegisterExtension static final Demonstration SHOP = Demonstration.ungated();

  @Test
  @DisplayName("positive control: without the gate the jar fills up and the shop reads it")
  void theJarFillsUp() {
    try (ChromiumBrowser browser = ChromiumBrowser.withScripts(SHOP)) {
      Entrances.visitAll(browser);
      browser.write("_fbp=fb.0.1.1; Max-Age=7776000; Path=/");
      Set<String> everything = Cookies.plus(Cookies.OPTIONAL, Cookies.UNKNOWN, "_fbp");
      assertAll(
          () -> assertEquals(everything, browser.jar().names()),
          () -> assertEquals(everything, browser.applicationView().seen()),
          () -> assertTrue(browser.jar().tooLongLived(Instant.now()).contains("first_visit")));
    }
  }
}
