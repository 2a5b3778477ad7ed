package io.github.consentgateway.demo.gallery;

import io.github.consentgateway.gateway.ConsentGateway;
import io.github.consentgateway.jetty.ConsentHandler;
import io.github.consentgateway.record.ConsentLedger;
import io.github.consentgateway.token.TokenKeys;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * A site of one page behind the gate, in any language that its path names: {@code /fr}, {@code /en}
 * or {@code /ar}. It listens on this machine only.
 */
final class Gallery implements AutoCloseable {

  private final Server server;
  private final ConsentGateway gateway;
  private final String origin;
  private final List<String> exchanges;

  private Gallery(Server server, ConsentGateway gateway, String origin, List<String> exchanges) {
    this.server = server;
    this.gateway = gateway;
    this.origin = origin;
    this.exchanges = exchanges;
  }

  static Gallery of(Look look) {
    try {
      return opened(look);
    } catch (Exception e) {
      throw new IllegalStateException("the gallery cannot open", e);
    }
  }

  private static Gallery opened(Look look) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    connector.open();
    String origin = "http://localhost:" + connector.getLocalPort();
    ConsentGateway gateway =
        ConsentGateway.builder()
            .policy(GalleryPolicy.yaml(origin, look), "gallery.yaml")
            .keys(TokenKeys.random())
            .ledger(ConsentLedger.inMemory())
            .build();
    List<String> exchanges = new CopyOnWriteArrayList<>();
    server.setHandler(new Counted(new ConsentHandler(gateway, new Pages(look)), exchanges));
    server.start();
    return new Gallery(server, gateway, origin, exchanges);
  }

  String at(String path) {
    return origin + path;
  }

  /** What a form says that was shown with all purposes. */
  String asked() {
    return gateway.policy().purposes().stream()
        .map(purpose -> purpose.id() + "%3A" + purpose.version())
        .collect(Collectors.joining("+"));
  }

  /** The requests since the last question, as method and path. */
  List<String> exchanges() {
    List<String> all = List.copyOf(exchanges);
    exchanges.clear();
    return all;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the gallery does not close", e);
    }
    gateway.close();
  }

  /** Notes each request before it is answered. */
  private static final class Counted extends Handler.Wrapper {
    private final List<String> exchanges;

    Counted(Handler handler, List<String> exchanges) {
      super(handler);
      this.exchanges = exchanges;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      exchanges.add(request.getMethod() + " " + request.getHttpURI().getPath());
      return super.handle(request, response, callback);
    }
  }

  /** The page and its style sheet. */
  private static final class Pages extends Handler.Abstract {
    private final Look look;

    Pages(Look look) {
      this.look = look;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      String path = request.getHttpURI().getPath();
      if (path.endsWith(".css")) {
        answer(response, "text/css", GalleryPage.STYLE + look.style(), callback);
      } else if (path.endsWith(".ico")) {
        response.setStatus(204);
        callback.succeeded();
      } else {
        if (!look.policy().isEmpty()) {
          response.getHeaders().put("Content-Security-Policy", look.policy());
        }
        answer(response, "text/html", GalleryPage.html(path.substring(1)), callback);
      }
      return true;
    }

    private static void answer(Response response, String type, String text, Callback callback) {
      response.getHeaders().put("Content-Type", type + "; charset=utf-8");
      Content.Sink.write(response, true, text, callback);
    }
  }
}
