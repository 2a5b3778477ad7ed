package io.github.consentgateway.demo.shop;

import java.util.List;
import java.util.Optional;

/**
 * Something the shop offers; its name and description are texts {@code product.<id>.…}.
 *
 * @param id its name in paths, and that of its picture
 * @param cents its price in euro cents
 */
public record Product(String id, int cents) {
  private static final List<Product> ALL =
      List.of(
          new Product("tea", 1290),
          new Product("bowl", 2400),
          new Product("notebook", 1450),
          new Product("candle", 1900),
          new Product("scarf", 5900),
          new Product("soap", 790),
          new Product("honey", 1150),
          new Product("print", 3200));

  static List<Product> all() {
    return ALL;
  }

  static Optional<Product> of(String id) {
    return ALL.stream().filter(product -> product.id.equals(id)).findFirst();
  }
}
