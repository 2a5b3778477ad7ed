package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnPathTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/                      | true",
        "/a/b?c=d#e             | true",
        "''                     | false",
        "a                      | false",
        "//evil.example         | false",
        "/\\evil.example        | false",
        "/a\\b                  | false",
        "https://evil.example/  | false",
        "'/a b'                 | false",
        "/é                     | false",
        "'/\t//evil.example'    | false",
      })
  void onlyPathsOfThisOriginAreReturnedTo(String path, boolean local) {
    assertEquals(local, ReturnPath.isLocal(path));
  }

  @ParameterizedTest
  @CsvSource({"1024, true", "1025, false"})
  void lengthIsBounded(int length, boolean local) {
    assertEquals(local, ReturnPath.isLocal("/" + "a".repeat(length - 1)));
  }
}
