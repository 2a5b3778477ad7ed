package io.github.consentgateway.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The detector of the matrix, shown bytes in which it must find a cookie")
class ReplyReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nSet-Cookie: n=v\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nset-COOKIE:n=v\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nSet-Cookie2: n=v\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nSet-Cookie : n=v\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nSet-Cookie\t: n=v\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\n Set-Cookie: n=v\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: y\nSet-Cookie: n=v\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nSet-Cookie: n=v\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nSet-Cookie: n=v\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nSet-Cookie: n=v\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nSet-Cookie: n=v\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nSet-Cookie: n=v\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=y\r\na\r\n0\r\nSet-Cookie: n=v\r\n\r\n",
        "HTTP/1.0 200 OK\r\nSet-Cookie: n=v\r\n\r\nbody to the end",
        "HTTP/1.1 304 Not Modified\r\nSet-Cookie: n=v\r\n\r\n",
        "HTTP/1.1 200 OK\r\nSet-Cookie: n=v"
      })
  void findsTheCookie(String bytes) throws IOException {
    assertEquals(List.of("n=v"), cookies(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nX-Set-Cookie: n=v\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nX: Set-Cookie: n=v\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nSet-Cookie: __Host-consent=v; Path=/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\nSet-Cookie: n=v"
      })
  void findsNoneWhereThereIsNone(String bytes) throws IOException {
    assertEquals(List.of(), cookies(bytes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Set-Cookie: n=v; Path=/; Max-Age=60; HttpOnly | n | v | [httponly, max-age=60, path=/]",
        "Set-Cookie:  n = v ;PATH = / ; Expires=x      | n | v | [path=/]",
        "Set-Cookie: =v                                | '' | v | []",
        "Set-Cookie: v                                 | '' | v | []",
        "Set-Cookie:                                   | '' | '' | []",
      })
  void readsNameValueAndAttributes(String line, String name, String value, String attributes) {
    CookieLine cookie = CookieLine.of(line).orElseThrow();

    assertEquals(name, cookie.name());
    assertEquals(value, cookie.value());
    assertEquals(attributes, cookie.attributes().toString());
  }

  @Test
  void leavesTheNextAnswerOnTheConnection() throws IOException {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab";
    var in = new ByteArrayInputStream((answer + answer).getBytes(StandardCharsets.ISO_8859_1));

    new ReplyReader(in, false).read();

    assertEquals(answer.length(), in.available());
  }

  private static List<String> cookies(String bytes) throws IOException {
    var in = new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1));
    Reply reply = new ReplyReader(in, false).read();
    return reply.cookies().stream().map(cookie -> cookie.name() + "=" + cookie.value()).toList();
  }
}
