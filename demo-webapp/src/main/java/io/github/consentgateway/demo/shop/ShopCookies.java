package io.github.consentgateway.demo.shop;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** The cookies of the shop, by name, and the usual way of setting one. */
final class ShopCookies {

  // Essential: asked for by what the visitor does.
  static final String LANGUAGE = "lang";
  static final String CART_HINT = "cart_hint";
  static final String REMEMBER_ME = "remember_me";

  // Not essential.
  static final String RECENT_PRODUCTS = "recent_products";
  static final String LANGUAGE_GUESS = "lang_pref";
  static final String VARIANT = "ab_variant";
  static final String CHAT_VISITOR = "chat_visitor";
  static final String VIDEO_QUALITY = "video_quality";

  private ShopCookies() {}

  static void set(HttpServletResponse response, String name, String value, Duration life) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge((int) Math.min(life.toSeconds(), Integer.MAX_VALUE));
    response.addCookie(cookie);
  }

  /** Sets a cookie that ends with the browser's session. */
  static void setForSession(HttpServletResponse response, String name, String value) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
