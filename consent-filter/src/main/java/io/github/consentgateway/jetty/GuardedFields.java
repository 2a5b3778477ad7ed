package io.github.consentgateway.jetty;

import io.github.consentgateway.gateway.Exchange;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** Response fields in which each field is judged when it is added. */
final class GuardedFields extends HttpFields.Mutable.Wrapper {

  private final Exchange exchange;

  GuardedFields(HttpFields.Mutable fields, Exchange exchange) {
    super(fields);
    this.exchange = exchange;
  }

  @Override
  public @Nullable HttpField onAddField(HttpField field) {
    return isFree(field) ? field : judged(field, exchange.add(name(field), value(field)));
  }

  /** What is refused leaves what stands there alone. */
  @Override
  public HttpField onReplaceField(HttpField old, HttpField field) {
    if (isFree(field)) {
      return field;
    }
    HttpField judged = judged(field, exchange.replace(name(field), value(field)));
    return judged == null ? old : judged;
  }

  /** Judges before anything of the same name is taken away. */
  @Override
  public HttpFields.Mutable put(HttpField field) {
    if (isFree(field)) {
      super.put(field);
      return this;
    }
    HttpField judged = judged(field, exchange.replace(name(field), value(field)));
    if (judged != null) {
      getWrapped().put(judged);
      exchange.restore();
    }
    return this;
  }

  @Override
  public boolean onRemoveField(HttpField field) {
    return !exchange.keeps(field.getName());
  }

  @Override
  public HttpFields.Mutable clear() {
    super.clear();
    exchange.restore();
    return this;
  }

  /** Fields that Jetty knows by constant need no look at their name. */
  private boolean isFree(HttpField field) {
    if (field.getHeader() == null) {
      return !exchange.gates(field.getName());
    }
    return switch (field.getHeader()) {
      case SET_COOKIE, SET_COOKIE2, CACHE_CONTROL, VARY -> false;
      default -> true;
    };
  }

  /** The name that Jetty writes: a field made with a constant may claim another one. */
  private static String name(HttpField field) {
    return field.getHeader() == null ? field.getName() : field.getHeader().asString();
  }

  private static String value(HttpField field) {
    return field.getValue() == null ? "" : field.getValue();
  }

  private static @Nullable HttpField judged(HttpField field, Optional<String> text) {
    if (text.isEmpty()) {
      return null;
    }
    return text.get().equals(field.getValue())
        ? field
        : new HttpField(field.getHeader(), field.getName(), text.get());
  }
}
