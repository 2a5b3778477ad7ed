package io.github.consentgateway.demo.shop;

/** A product in the basket and how many of it. */
public record BasketLine(Product product, int quantity) {

  /** What they cost together, in euro cents. */
  public int cents() {
    return product.cents() * quantity;
  }
}
