package io.github.consentgateway.gateway;

import io.github.consentgateway.policy.Choice;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A process that grants as fast as it can for 200 visitors at once, and writes the identifier of
 * each consent to its output once its token has left; to be killed.
 */
final class GrantingProcess {

  private static final int VISITORS = 200;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private GrantingProcess() {}

  /** The data directory, and the JDBC address of a database or nothing. */
  public static void main(String... arguments) throws InterruptedException {
    ConsentGatewayBuilder builder =
        ConsentGateway.builder()
            .policy(Stage.yaml(), "consent.yaml")
            .grantsPerMinute(Integer.MAX_VALUE)
            .data(Path.of(arguments[0]));
    if (arguments.length > 1) {
      builder.ledger(database(arguments[1]));
    }
    ConsentGateway gateway = builder.build();
    String form = "choice=accept&asked=" + Stage.asked(gateway.policy().purposes());
    for (int i = 0; i < VISITORS; i++) {
      Thread visitor = new Thread(() -> grant(gateway, form));
      // With main over the process ends, so that one whose parent has died does not go on.
      visitor.setDaemon(true);
      visitor.start();
    }
    Thread.sleep(LONGEST.toMillis());
  }

  private static DataSource database(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    return source;
  }

  private static void grant(ConsentGateway gateway, String form) {
    while (true) {
      Answer answer =
          gateway.begin(Stage.post("/consent", form), new Stage.Head()).answer().orElseThrow();
      if (answer.status() == 303) {
        String token = Stage.cookiePair(answer);
        String id =
            gateway
                .begin(Stage.get("/", "Cookie", token), new Stage.Head())
                .consent()
                .choice()
                .flatMap(Choice::consentId)
                .orElseThrow();
        synchronized (System.out) {
          System.out.println("granted " + id);
          System.out.flush();
        }
      }
    }
  }
}
