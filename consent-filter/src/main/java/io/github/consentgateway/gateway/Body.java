package io.github.consentgateway.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The body of a request to one of the gateway's pages, as far as it is kept. It is read on to its
 * end, within a bound, even if it is too long: what is left on the connection would cost the
 * visitor the next request.
 *
 * @param text the octets as characters
 * @param tooLong whether there was more of it
 */
record Body(String text, boolean tooLong) {

  /** Far above what a form of ours can be. */
  static final int LONGEST = 8 * 1024;

  private static final int MOST_READ = 2 * 1024 * 1024;

  static Body read(InputStream in) throws IOException {
    byte[] octets = in.readNBytes(LONGEST + 1);
    boolean tooLong = octets.length > LONGEST;
    if (tooLong) {
      skip(in);
    }
    return new Body(new String(octets, StandardCharsets.ISO_8859_1), tooLong);
  }

  private static void skip(InputStream in) throws IOException {
    byte[] buffer = new byte[LONGEST];
    int left = MOST_READ;
    for (int read = 0; read >= 0 && left > 0; left -= read) {
      read = in.read(buffer);
    }
  }
}
