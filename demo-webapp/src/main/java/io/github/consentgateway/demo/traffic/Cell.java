package io.github.consentgateway.demo.traffic;

/**
 * One number of a table, and what must be known to tell whether it may be shown. As clients have
 * other names on each day, one person may be behind one of them on every day: what counts is the
 * day with most clients, and for the share of one, the busiest of all days together. Confined to
 * one thread.
 */
final class Cell {

  /** So many clients of one day hide each other. */
  static final int ENOUGH = 10;

  /** Numbers are multiples of it. */
  static final long STEP = 5;

  private long events;
  private int clients;
  private long most;
  private long share;
  private Busiest today = new Busiest();

  void add(String client) {
    events++;
    today.add(client);
  }

  /** Takes all of another, and supposes the worst: the busiest of both is the same. */
  void add(Cell other) {
    endDay();
    other.endDay();
    events += other.events;
    clients = Math.max(clients, other.clients);
    most += other.most;
    share += other.share;
  }

  /** From here on clients have other names. To say so too often is safe, and shows less. */
  void endDay() {
    clients = Math.max(clients, today.clients());
    most = Math.max(most, today.most());
    share += today.most();
    today = new Busiest();
  }

  boolean isEmpty() {
    return events == 0;
  }

  long events() {
    return events;
  }

  /** Ten clients of one day at least, and no one of them with more than half of it. */
  boolean isShowable() {
    endDay();
    return clients >= ENOUGH && share <= events - share;
  }

  /**
   * The number, rounded down to a step that is not smaller than what one client of a day has done:
   * 5, 10, 20, 40 and so on. As each step divides the next, the number is the same without that
   * client, or one step away.
   */
  long shown() {
    endDay();
    long step = STEP;
    while (step < most) {
      step *= 2;
    }
    return events / step * step;
  }
}
