package io.github.consentgateway.demo.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a visitor means to buy: at most {@value #MOST} of each product. Kept in the session. */
final class Basket implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String ATTRIBUTE = "basket";
  static final int MOST = 20;

  private final TreeMap<String, Integer> quantities = new TreeMap<>();

  /** The visitor's basket; looking at an empty one starts no session. */
  static Basket seenBy(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof Basket basket
        ? basket
        : new Basket();
  }

  /** The visitor's basket, to be changed. */
  static Basket of(HttpServletRequest request) {
    HttpSession session = request.getSession();
    synchronized (session) {
      if (session.getAttribute(ATTRIBUTE) instanceof Basket basket) {
        return basket;
      }
      Basket basket = new Basket();
      session.setAttribute(ATTRIBUTE, basket);
      return basket;
    }
  }

  synchronized void add(Product product) {
    quantities.merge(product.id(), 1, (old, one) -> Math.min(MOST, old + one));
  }

  synchronized void put(Product product, int quantity) {
    if (quantity <= 0) {
      quantities.remove(product.id());
    } else {
      quantities.put(product.id(), Math.min(MOST, quantity));
    }
  }

  synchronized List<BasketLine> lines() {
    Map<String, Integer> now = Map.copyOf(quantities);
    return Product.all().stream()
        .filter(product -> now.containsKey(product.id()))
        .map(product -> new BasketLine(product, now.getOrDefault(product.id(), 0)))
        .toList();
  }

  int count() {
    return lines().stream().mapToInt(BasketLine::quantity).sum();
  }

  int cents() {
    return lines().stream().mapToInt(BasketLine::cents).sum();
  }
}
