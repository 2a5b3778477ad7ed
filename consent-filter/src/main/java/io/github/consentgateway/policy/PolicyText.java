package io.github.consentgateway.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads the bytes and the text of a policy file, neither of them longer than a policy can be. */
final class PolicyText {

  /** The longest file in bytes: 1 MiB. */
  static final int LONGEST = 1 << 20;

  private static final String NO_TEXT = "the file is not UTF-8 text";

  private PolicyText() {}

  /** The content; a pipe is not opened, since that would be to wait for its writer. */
  static byte[] bytes(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw refusal(
          file.toString(), "no regular file; a regular file, or a link to one, is allowed");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LONGEST + 1);
    } catch (NoSuchFileException e) {
      throw refusal(file.toString(), "there is no such file");
    } catch (AccessDeniedException e) {
      throw refusal(file.toString(), "the file may not be read");
    } catch (IOException e) {
      throw refusal(file.toString(), "the file cannot be read: " + e.getMessage());
    }
  }

  static String decode(byte[] bytes, String place) {
    refuseIfLarge(bytes.length, place);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      throw refusal(place, NO_TEXT);
    }
    throw refusal(place, NO_TEXT); // UTF-16 has a zero in every second octet
  }

  /** The text without a byte order mark. */
  static String checked(String text, String place) {
    refuseIfLarge(text.length(), place);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static void refuseIfLarge(int length, String place) {
    if (length > LONGEST) {
      throw refusal(place, "the file is too large; allowed: 1 MiB");
    }
  }

  static PolicyException refusal(String place, String message) {
    return new PolicyException(place, List.of(new Problem(0, 0, message)));
  }
}
