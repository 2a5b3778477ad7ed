package io.github.consentgateway.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.consentgateway.record.SqliteFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first node of a day makes its key, and nobody knows which one will be first. */
class SharedKeysRaceTest {

  private static final int RACES = 1_000;

  @TempDir private Path directory;

  @Test
  @DisplayName("log test 35: two nodes race for the key of a day, 1,000 times: one key each time")
  void firstWriterWins() throws Exception {
    race(SqliteFile.at(directory.resolve("race.db")));
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      race(server.getPostgresDatabase());
    }
  }

  private static void race(DataSource source) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try (Connection one = source.getConnection();
        Connection other = source.getConnection()) {
      List<List<String>> found = new ArrayList<>();
      for (Future<List<String>> node :
          pool.invokeAll(List.of(racer(one, start, 1), racer(other, start, 2)))) {
        found.add(node.get());
      }
      assertEquals(RACES, found.get(0).size());
      assertEquals(found.get(0), found.get(1));
      assertEquals(Set.of("1", "2"), Set.copyOf(found.get(0)), "each wins at times: they do race");
    } finally {
      pool.shutdown();
    }
  }

  private static Callable<List<String>> racer(
      Connection connection, CyclicBarrier start, int node) {
    return () -> {
      JdbcKeyStore store = new JdbcKeyStore(keeping(connection));
      List<String> found = new ArrayList<>();
      for (int i = 0; i < RACES; i++) {
        LocalDate day = LocalDate.EPOCH.plusDays(i);
        start.await(30, TimeUnit.SECONDS);
        store.putIfAbsent(day, new byte[] {(byte) node});
        found.add(String.valueOf(store.find(day).orElseThrow()[0]));
      }
      return found;
    };
  }

  /** Gives the one connection again and again, as a pool does: to connect takes longest. */
  private static DataSource keeping(Connection connection) {
    Connection kept =
        proxy(
            Connection.class,
            (self, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(connection, arguments));
    return proxy(DataSource.class, (self, method, arguments) -> kept);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
