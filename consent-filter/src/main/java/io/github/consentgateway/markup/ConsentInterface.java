package io.github.consentgateway.markup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A consent interface of somebody else, by the marks that it leaves in a page: the {@code id} of
 * its element, or the host or the file that its script is loaded from. The lists are closed and the
 * names exact, so that nothing is found that only resembles one.
 */
final class ConsentInterface {
  private static final byte[] ID = Attributes.name("id");
  private static final byte[] SRC = Attributes.name("src");

  /** Elements that consent managers have, or make; the last one is that of our own question. */
  private static final String IDS =
      "CybotCookiebotDialog Cookiebot axeptio_overlay axeptio_main_button cc--main cc-main"
          + " cmpbox cmpwrapper cmplz-cookiebanner-container cookie-law-info-bar cookie-notice"
          + " didomi-host didomi-notice didomi-popup fides-overlay iubenda-cs-banner klaro"
          + " onetrust-banner-sdk onetrust-consent-sdk onetrust-pc-sdk qc-cmp2-container sd-cmp"
          + " silktide-wrapper tarteaucitronAlertBig tarteaucitronRoot truste-consent-track"
          + " usercentrics-cmp usercentrics-root consent-title";

  /** What their scripts are loaded from. */
  private static final String SOURCES =
      "app.termly.io app.usercentrics.eu cdn-cookieyes.com cdn.consentmanager.net"
          + " cdn.cookielaw.org cdn.iubenda.com cmp.inmobi.com consent.cookiebot.com"
          + " consent.cookiebot.eu consent.trustarc.com delivery.consentmanager.net"
          + " sdk.privacy-center.org static.axept.io web.cmp.usercentrics.eu"
          + " cookieconsent.min.js cookieconsent.umd.js fides.js klaro-no-css.js klaro.js"
          + " otSDKStub.js silktide-consent-manager.js tarteaucitron.js tarteaucitron.min.js";

  private static final OctetNames OF_ELEMENTS = new OctetNames(IDS);
  private static final OctetNames OF_SCRIPTS = new OctetNames(SOURCES);

  /** Made once, as every tag of a page is asked. */
  private static final Attributes.Region ELEMENT = OF_ELEMENTS::find;

  private static final Attributes.Region SOURCE = ConsentInterface::find;

  private ConsentInterface() {}

  /** The mark that a start tag carries. */
  static Optional<String> of(Tag tag) {
    Attributes attributes = tag.attributes();
    int name = attributes.read(ID, ELEMENT);
    if (name >= 0) {
      return Optional.of(OF_ELEMENTS.name(name));
    }
    int source = tag.element() == Element.SCRIPT ? attributes.read(SRC, SOURCE) : -1;
    return source >= 0 ? Optional.of(OF_SCRIPTS.name(source)) : Optional.empty();
  }

  /** Looks for the host of an address and for its last segment. */
  private static int find(byte[] octets, int from, int to) {
    int end = Math.min(Octets.find('?', octets, from, to), Octets.find('#', octets, from, to));
    int last = end;
    while (last > from && octets[last - 1] != '/') {
      last--;
    }
    int file = OF_SCRIPTS.find(octets, last, end);
    return file >= 0 ? file : host(octets, from, end);
  }

  private static int host(byte[] octets, int from, int to) {
    int slash = Octets.find('/', octets, from, to);
    if (slash + 1 >= to || octets[slash + 1] != '/') {
      return -1;
    }
    int start = slash + 2;
    return OF_SCRIPTS.find(octets, start, Octets.find('/', octets, start, to));
  }

  /** A few names, found by their octets without an object being made. */
  private static final class OctetNames {
    private static final int SLOTS = 256;

    private final String[] names;
    private final byte[][] octets;
    private final int[] slots = new int[SLOTS];

    OctetNames(String words) {
      names = words.split(" ", -1);
      octets = new byte[names.length][];
      for (int i = 0; i < names.length; i++) {
        octets[i] = names[i].getBytes(StandardCharsets.US_ASCII);
        int slot = slot(octets[i], 0, octets[i].length);
        while (slots[slot] != 0) {
          slot = (slot + 1) % SLOTS;
        }
        slots[slot] = i + 1;
      }
    }

    String name(int number) {
      return names[number];
    }

    /** The number of the name that stands there, or -1. */
    int find(byte[] text, int from, int to) {
      if (from == to) {
        return -1;
      }
      int slot = slot(text, from, to);
      while (slots[slot] != 0 && !isAt(octets[slots[slot] - 1], text, from, to)) {
        slot = (slot + 1) % SLOTS;
      }
      return slots[slot] - 1;
    }

    private static boolean isAt(byte[] name, byte[] text, int from, int to) {
      return Arrays.equals(name, 0, name.length, text, from, to);
    }

    private static int slot(byte[] text, int from, int to) {
      int ends = text[from] * 31 + text[to - 1];
      return ((ends * 31 + text[from + (to - from) / 2]) * 31 + to - from) & (SLOTS - 1);
    }
  }
}
