package io.github.consentgateway.servlet;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object of a container that is not on our class path, asked by the names of its public methods.
 * Whatever goes wrong, there is no answer.
 */
record Reflected(Object object) {

  /** What a method without parameters answers; empty if there is none, or nothing. */
  Optional<Reflected> ask(String method) {
    try {
      return Optional.ofNullable(object.getClass().getMethod(method).invoke(object))
          .map(Reflected::new);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** As {@link #ask}, of a method that answers an array or a collection. */
  Stream<Reflected> all(String method) {
    Object answer = ask(method).<Object>map(Reflected::object).orElse("");
    if (answer instanceof Object[] array) {
      return Stream.of(array).map(Reflected::new);
    }
    return answer instanceof Collection<?> several
        ? several.stream().map(Reflected::new)
        : Stream.empty();
  }

  /** Whether it is of the class or interface of this name. */
  boolean isA(String type) {
    return isA(object.getClass(), type);
  }

  private static boolean isA(Class<?> type, String name) {
    return type.getName().equals(name)
        || (type.getSuperclass() != null && isA(type.getSuperclass(), name))
        || Stream.of(type.getInterfaces()).anyMatch(each -> isA(each, name));
  }

  /** The name of its class. */
  String name() {
    return object.getClass().getName();
  }
}
