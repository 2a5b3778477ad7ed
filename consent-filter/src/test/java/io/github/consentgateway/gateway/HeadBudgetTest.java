package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("CK-10, CK-15: deletions take only what the application leaves of the head")
class HeadBudgetTest {

  private static final int FREE = HeadBudget.HEAD - HeadBudget.RESERVE;

  private final Stage stage = new Stage();
  private final Stage.Head head = new Stage.Head();

  private static String stale(int cookies) {
    return IntStream.range(0, cookies)
        .mapToObj(i -> "_ga_" + i + "=1")
        .collect(Collectors.joining("; "));
  }

  private Exchange visit(int cookies) {
    return stage.begin(get("/", "Cookie", stale(cookies)), head);
  }

  private int taken() {
    return FREE - HeadBudget.left(head);
  }

  private void set(Exchange exchange, String name, String value) {
    exchange.makeRoom(name, value);
    head.add(name, value);
  }

  private List<String> deletions() {
    return head.fields("Set-Cookie").stream().filter(line -> line.startsWith("_ga_")).toList();
  }

  @Test
  void fieldTakesItsNameValueColonAndLineEnd() {
    head.add("X-A", "12345");
    head.add("x-a", "");
    assertEquals(12 + 7, taken());
    assertEquals("X-A: 12345\r\n".length(), HeadBudget.octets("X-A", "12345"));
  }

  @ParameterizedTest
  @DisplayName("at the limits, one octet before and one after")
  @CsvSource({"0, -1, 0", "0, 0, 0", "0, 1, 1", "1, 0, 1", "1, 1, 2"})
  void lastDeletionsGoFirst(int lines, int more, int gone) {
    Exchange exchange = visit(3);
    List<String> before = deletions();
    int last = HeadBudget.octets("Set-Cookie", before.get(before.size() - 1));
    int room = HeadBudget.left(head) - HeadBudget.octets("X-Long", "");
    set(exchange, "X-Long", "x".repeat(room + lines * last + more));
    assertEquals(before.subList(0, before.size() - gone), deletions());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void applicationThatLeavesTheReserveNeverOverflows(long seed) {
    Random random = new Random(seed);
    Exchange exchange = visit(50);
    int application = 0;
    for (int i = 0; application < FREE - 700; i++) {
      String value = "x".repeat(Math.min(random.nextInt(1_500), FREE - 600 - application));
      application += HeadBudget.octets("X-" + i, value);
      set(exchange, "X-" + i, value);
      String cookie = "remember=" + i + "; Path=/" + i + "; Max-Age=60";
      String sent = exchange.add("Set-Cookie", cookie).orElseThrow();
      application += HeadBudget.octets("Set-Cookie", sent);
      set(exchange, "Set-Cookie", sent);
      exchange.restore();
      assertTrue(taken() <= FREE, () -> "seed " + seed + ": " + taken());
    }
  }

  @Test
  @DisplayName("a head that is full from outside gets no deletion at all")
  void fullHeadGetsNoDeletion() {
    head.add("X-Long", "x".repeat(FREE));
    visit(3);
    assertEquals(List.of(), deletions());
  }

  @Test
  @DisplayName("Servlet 6.0 leaves open whether a field can be removed: the shortest line stays")
  void oneLineStaysWhereNothingCanTakeItsPlace() {
    Exchange exchange = visit(12);
    String shortest = "_ga_0=; Path=/; Secure; Max-Age=0";
    assertTrue(deletions().contains(shortest), () -> deletions().toString());
    set(exchange, "X-Long", "x".repeat(FREE));
    assertEquals(1, head.fields("Set-Cookie").size());
    assertEquals(shortest.length(), deletions().get(0).length());
  }

  @Test
  @DisplayName("cases 11, 118: what has given way is the application's own to delete")
  void deletionThatGaveWayIsNotSwallowed() {
    Exchange exchange = visit(1);
    String own = "_ga_0=; Domain=example.fr; Path=/; Max-Age=0";
    assertEquals(Optional.empty(), exchange.add("Set-Cookie", own));
    set(exchange, "X-Long", "x".repeat(FREE));
    assertTrue(exchange.add("Set-Cookie", own).isPresent());
  }

  @Test
  void headWithoutDeletionsIsLeftAlone() {
    Exchange exchange = stage.begin(get("/", "Cookie", "basket=1"), head);
    exchange.makeRoom("X-Long", "x".repeat(FREE));
    assertTrue(head.isUntouched());
  }

  @ParameterizedTest
  @DisplayName("WD-02: a withdrawal fits beside what outer filters have put into the head")
  @ValueSource(ints = {0, 1_500, 3_000, 5_000})
  void withdrawalFitsBesideOuterFields(int outer) {
    head.add("X-Outer", "x".repeat(outer));
    String cookies = stage.tokenFor("audience") + "; " + stale(50);
    Answer answer =
        stage.begin(post("/consent/withdraw", "", "Cookie", cookies), head).answer().orElseThrow();
    int octets = octets(answer);
    assertTrue(octets + outer <= FREE, () -> octets + " beside " + outer);
    assertTrue(Stage.cookies(answer).get(0).startsWith("__Host-consent="));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5_000})
  void ownPageFitsBesideOuterFields(int outer) {
    head.add("X-Outer", "x".repeat(outer));
    Answer page = stage.begin(get("/consent", "Cookie", stale(50)), head).answer().orElseThrow();
    assertTrue(octets(page) + outer <= FREE);
    assertFalse(Stage.cookies(page).isEmpty());
  }

  private static int octets(Answer answer) {
    return answer.fields().stream()
        .mapToInt((Map.Entry<String, String> f) -> HeadBudget.octets(f.getKey(), f.getValue()))
        .sum();
  }
}
