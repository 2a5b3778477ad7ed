package io.github.consentgateway.demo.journey;

/** What a visitor can do, and what can be seen of the browser from outside. */
interface Browser extends AutoCloseable {

  /** Goes to {@code path}, following redirects. */
  void open(String path);

  /** Presses the button of the choice page that carries {@code choice}. */
  void press(String choice);

  /** Ticks the box of {@code purpose} on the choice page, or takes the tick away. */
  void toggle(String purpose);

  /** Presses the button that takes the consent back. */
  void withdraw();

  /** Every cookie that the browser holds, whoever may read it. */
  Jar jar();

  /** What the application gets to see of them, as its laboratory page reports it. */
  ApplicationView applicationView();

  @Override
  void close();

  /** Goes to the choice page and presses a button there. */
  default void choose(String choice) {
    open("/consent");
    press(choice);
  }
}
