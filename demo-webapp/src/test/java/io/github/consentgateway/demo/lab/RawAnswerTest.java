package io.github.consentgateway.demo.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.consentgateway.demo.lab.Row.Received;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawAnswerTest {

  private static List<Received> cookies(String wire) {
    return RawAnswer.parse(wire).cookies();
  }

  private static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  @Test
  void readsInterimHeadsFinalHeadAndTrailers() {
    String interim = head("HTTP/1.1 103 Early Hints", "Set-Cookie: a=1");
    String head = head("HTTP/1.1 200 OK", "set-cookie: b=2", "Transfer-Encoding: chunked");
    String body = "12;x=y\r\nSet-Cookie: no=1\r\n\r\n1\r\nx\r\n0\r\n";
    String wire = interim + head + body + head("Set-Cookie: c=3");
    assertEquals(
        List.of(
            new Received("103", "Set-Cookie: a=1"),
            new Received("200", "set-cookie: b=2"),
            new Received("trailer", "Set-Cookie: c=3")),
        cookies(wire));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Set-Cookie : a=1", " Set-Cookie: a=1", "Set-Cookie\t: a=1", "SET-COOKIE2: a=1"})
  void seesNamesThatBrowsersTakeForIt(String field) {
    assertEquals(
        List.of(new Received("200", field)), cookies("HTTP/1.1 200 OK\r\n" + field + "\r\n\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "HTTP/1.1",
        "HTTP/1.1 100 \r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nSet-Cookie: in=body\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffff\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n99999999999\r\n"
      })
  void findsNothingInWhatHasNone(String wire) {
    assertEquals(List.of(), cookies(wire));
  }
}
