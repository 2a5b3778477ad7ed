package io.github.consentgateway.record;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Rows that become durable together, on their way from one caller to the thread that writes. */
final class Entry {

  private enum State {
    WAITING,
    WRITTEN_NOW,
    KEPT,
    LOST,
    GIVEN_UP
  }

  private final List<Row> rows;
  private final Change change;
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  Entry(List<Row> rows, Change change) {
    this.rows = List.copyOf(rows);
    this.change = change;
  }

  List<Row> rows() {
    return rows;
  }

  Change change() {
    return change;
  }

  /** Whether it may fail by itself, and must take nobody else with it. */
  boolean isAlone() {
    return change instanceof Purge || isAboutRestrictions();
  }

  /** Whether it begins or ends a restriction: what is being deleted was told of those that were. */
  boolean isAboutRestrictions() {
    return change instanceof Erasure || rows.stream().anyMatch(Row::isAboutRestriction);
  }

  /** Rows that tell of nothing, so that all before them is signed when they are written. */
  static Entry signing() {
    return new Entry(List.of(), Signing.AT_ONCE);
  }

  /** What is changed by an entry that only wants a signature: nothing. */
  private enum Signing implements Change {
    AT_ONCE;

    @Override
    public void on(Connection connection) {}
  }

  /** Whether the chain is to be signed with it, however short ago it was. */
  boolean isSigning() {
    return change instanceof Signing;
  }

  /** Whether somebody still waits for it; from now on it is being written. */
  boolean take() {
    return state.compareAndSet(State.WAITING, State.WRITTEN_NOW);
  }

  /**
   * Tells the caller what has become of it.
   *
   * @return false if the caller has gone by then
   */
  boolean settle(boolean kept) {
    boolean told = state.compareAndSet(State.WRITTEN_NOW, kept ? State.KEPT : State.LOST);
    done.countDown();
    return told;
  }

  /**
   * Waits until the rows are durable.
   *
   * @throws LedgerException if they are not, or not in time
   */
  void await(Duration patience) {
    try {
      boolean inTime = done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) {
        giveUp();
      }
    } catch (InterruptedException e) {
      giveUp();
      Thread.currentThread().interrupt();
    }
    if (state.get() != State.KEPT) {
      throw new LedgerException("The ledger could not keep a record in time");
    }
  }

  private void giveUp() {
    if (!state.compareAndSet(State.WAITING, State.GIVEN_UP)) {
      state.compareAndSet(State.WRITTEN_NOW, State.GIVEN_UP);
    }
  }
}
