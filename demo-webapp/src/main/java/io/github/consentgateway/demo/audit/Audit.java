package io.github.consentgateway.demo.audit;

import io.github.consentgateway.policy.ConsentPolicy;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** An audit of a site against its policy (CNIL, recommendation 2020-092, point 4). */
public final class Audit {

  private final Matrix matrix;
  private final Crawl crawl;

  /**
   * An audit.
   *
   * @param start where it begins; it stays at this origin
   * @param pages how many addresses it looks at in each state, at most
   * @param progress told how many it has looked at
   */
  public Audit(ConsentPolicy policy, URI start, int pages, IntConsumer progress) {
    this.matrix = new Matrix(policy);
    this.crawl = new Crawl(start, pages, progress);
  }

  /**
   * Walks through the site, once in each state.
   *
   * @return the outcome as lines for people
   * @throws IOException if the site cannot be reached, or does not ask
   */
  public Outcome run() throws IOException, InterruptedException {
    for (State state : State.values()) {
      crawl.as(state).forEach(matrix::add);
    }
    List<Matrix.Line> lines = matrix.lines();
    List<String> text = new ArrayList<>();
    text.add(
        "%-32s %-9s %-9s %-9s %s"
            .formatted("cookie", "undecided", "refused", "accepted", "policy"));
    lines.forEach(line -> text.add(text(line)));
    crawl.unread().forEach(page -> text.add("not read: " + page.getPath()));
    long breaches = lines.stream().filter(line -> !line.breaches().isEmpty()).count();
    return new Outcome(List.copyOf(text), lines.size(), breaches);
  }

  /**
   * What an audit has found.
   *
   * @param lines a table, as text
   * @param cookies how many cookies were seen
   * @param breaches how many of them should not have been given, or not so
   */
  public record Outcome(List<String> lines, long cookies, long breaches) {}

  private static String text(Matrix.Line line) {
    StringBuilder text = new StringBuilder("%-32s".formatted(line.name()));
    for (State state : State.values()) {
      text.append(" %-9s".formatted(line.given().contains(state) ? "yes" : "-"));
    }
    text.append(' ').append(line.kind());
    line.breaches().forEach(breach -> text.append("  BREACH: ").append(breach));
    return text.toString();
  }
}
