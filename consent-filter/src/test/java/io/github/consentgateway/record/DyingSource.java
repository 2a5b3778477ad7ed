package io.github.consentgateway.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * A database whose client dies before its n-th step: a statement, a commit, a new connection. What
 * is not committed then never will be.
 */
final class DyingSource extends WrappedSource {

  private static final List<String> STEPS =
      List.of("commit", "execute", "executeUpdate", "executeQuery");

  private final Runnable death;
  private int left;
  private boolean dead;

  /**
   * A client that dies.
   *
   * @param death what its dying does beside, such as to end the process
   */
  DyingSource(DataSource real, int steps, Runnable death) {
    super(real);
    this.left = steps;
    this.death = death;
  }

  synchronized boolean isDead() {
    return dead;
  }

  private synchronized void step() throws SQLException {
    dead |= left-- <= 0;
    if (dead) {
      death.run();
      throw new SQLException("dead", "08006");
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    step();
    return wrapped(Connection.class, real.getConnection());
  }

  private <T> T wrapped(Class<T> type, Object inner) {
    return type.cast(
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (STEPS.contains(method.getName())) {
                step();
              }
              try {
                Object answer = method.invoke(inner, arguments);
                return switch (method.getName()) {
                  case "prepareStatement" -> wrapped(PreparedStatement.class, answer);
                  case "createStatement" -> wrapped(Statement.class, answer);
                  default -> answer;
                };
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
