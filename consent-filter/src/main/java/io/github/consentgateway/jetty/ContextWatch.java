package io.github.consentgateway.jetty;

import org.eclipse.jetty.server.Context;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ContextHandler.ContextScopeListener;
import org.eclipse.jetty.util.component.Container;
import org.jspecify.annotations.Nullable;

/**
 * Sees requests enter the contexts inside a handler, also those that are deployed later: only there
 * a request knows its session. Thread-safe.
 */
final class ContextWatch implements Container.InheritedListener, ContextScopeListener {

  @Override
  public void enterScope(Context context, @Nullable Request request) {
    GuardedCoreRequest guarded = Request.as(request, GuardedCoreRequest.class);
    if (request != null && guarded != null) {
      guarded.enter(request);
    }
  }

  /** Contexts take this listener over from the handler that they are in. */
  @Override
  public void beanAdded(Container parent, Object child) {}

  @Override
  public void beanRemoved(Container parent, Object child) {}
}
