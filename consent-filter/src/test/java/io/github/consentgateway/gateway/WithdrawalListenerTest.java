package io.github.consentgateway.gateway;

import static io.github.consentgateway.gateway.Stage.get;
import static io.github.consentgateway.gateway.Stage.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.consentgateway.LogLines;
import io.github.consentgateway.policy.Choice;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Those who have received data under a consent can be told when it ends. */
@DisplayName("WD-04, DR-15: the application is told of what visitors take back")
class WithdrawalListenerTest {

  @RegisterExtension private final LogLines log = new LogLines();
  private final BlockingQueue<Withdrawal> told = new LinkedBlockingQueue<>();
  private final TestLedger ledger = new TestLedger();
  private final Stage stage = new Stage(ledger, builder -> builder.onWithdraw(told::add));

  private String id(String cookie) {
    return stage
        .begin(get("/", "Cookie", cookie), new Stage.Head())
        .consent()
        .choice()
        .flatMap(Choice::consentId)
        .orElseThrow();
  }

  private Withdrawal next() throws InterruptedException {
    return java.util.Objects.requireNonNull(told.poll(30, TimeUnit.SECONDS));
  }

  /** Whether nothing else was told: all that was is told in its order. */
  private void assertNothingElse() {
    stage.gateway.close();
    assertNull(told.poll());
  }

  @Test
  @DisplayName("a withdrawal: once, however often it is sent, with all its purposes")
  void withdrawalIsToldOnce() throws InterruptedException {
    String token = stage.tokenFor("audience", "chat");
    String id = id(token);
    stage.answer(post("/consent/withdraw", "", "Cookie", token));
    stage.answer(post("/consent/withdraw", "", "Cookie", token));

    assertEquals(new Withdrawal(id, Set.of("audience", "chat"), false), next());
    assertNothingElse();
  }

  @Test
  @DisplayName("a part taken back: that part; more accepted, or a new yes to the same: nothing")
  void partIsTold() throws InterruptedException {
    String both = stage.tokenFor("audience", "chat");
    String id = id(both);
    String one =
        Stage.cookiePair(
            stage.answer(post("/consent", "choice=save&purpose=chat", "Cookie", both)));
    stage.answer(post("/consent", "choice=accept", "Cookie", one));

    assertEquals(new Withdrawal(id, Set.of("audience"), false), next());
    assertNothingElse();
  }

  @Test
  @DisplayName(
      "an erasure says that it is one; a refusal that follows no consent is nobody's business")
  void erasureIsTold() throws InterruptedException {
    String token = stage.tokenFor("audience");
    String id = id(token);
    stage.answer(post("/consent/my-data/erase", "", "Cookie", token));
    stage.answer(post("/consent/my-data/erase", "", "Cookie", token));
    stage.answer(post("/consent", "choice=refuse"));

    assertEquals(new Withdrawal(id, Set.of("audience"), true), next());
    assertNothingElse();
  }

  @Test
  @DisplayName("the database may be away: the withdrawal holds, and is told")
  void toldWithoutDatabase() throws InterruptedException {
    String token = stage.tokenFor("audience");
    ledger.fail(true);
    stage.answer(post("/consent/withdraw", "", "Cookie", token));

    assertEquals(Set.of("audience"), next().purposes());
  }

  @Test
  @DisplayName("a listener that is slow or fails is in nobody's way, and the log names nobody")
  void badListenerHurtsNobody() throws InterruptedException {
    CountDownLatch free = new CountDownLatch(1);
    Stage bad =
        new Stage(
            new TestLedger(),
            builder ->
                builder
                    .onWithdraw(
                        withdrawal -> {
                          try {
                            free.await();
                          } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                          }
                          throw new IllegalStateException(withdrawal.consentId());
                        })
                    .onWithdraw(told::add));
    String token = bad.tokenFor("audience");
    assertEquals(303, bad.answer(post("/consent/withdraw", "", "Cookie", token)).status());
    assertNull(told.peek());
    free.countDown();
    Withdrawal withdrawal = next();
    assertEquals(Set.of("audience"), withdrawal.purposes());
    assertEquals(1, log.lines().size(), "positive control");
    assertFalse(log.lines().toString().contains(withdrawal.consentId()), log.lines()::toString);
    assertEquals("Withdrawal[audience]", withdrawal.toString());
  }
}
