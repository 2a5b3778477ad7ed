package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bodies that are no page to ask on; they are the same with the gate and without. */
final class UnaskedRoutes {

  private UnaskedRoutes() {}

  static List<Vector> all() {
    return List.of(
        route("other-json", "", call -> PageRoutes.as(call, "application/json;charset=utf-8")),
        route("other-text", "", call -> PageRoutes.as(call, "text/plain;charset=utf-8")),
        route(
            "other-xhtml", "", call -> PageRoutes.as(call, "application/xhtml+xml;charset=utf-8")),
        route("other-utf-16", "", call -> PageRoutes.as(call, "text/html;charset=utf-16le")),
        route(
            "other-untyped",
            "",
            call -> call.response().getOutputStream().write(PageRoutes.utf8())),
        route("other-gzip", "", UnaskedRoutes::gzip),
        route("other-empty", "", call -> PageRoutes.html(call)),
        route("other-no-content", "", call -> PageRoutes.html(call).setStatus(204)),
        route("other-not-modified", "", call -> PageRoutes.html(call).setStatus(304)),
        route("other-partial", "", UnaskedRoutes::partial),
        route("other-redirect", "", call -> PageRoutes.html(call).sendRedirect("/elsewhere")),
        route(
            "other-frameset",
            "",
            call -> PageRoutes.text(call, "<html><frameset><frame></frameset></html>")),
        route("other-fragment", "", PageRoutes::write)
            .asked(ask -> ask.header("Sec-Fetch-Dest: empty")),
        route("other-frame", "", PageRoutes::write)
            .asked(ask -> ask.header("Sec-Fetch-Dest: iframe")),
        route("other-head", "", PageRoutes::write).asked(ask -> ask.method("HEAD")));
  }

  private static void gzip(Call call) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(PageRoutes.utf8());
    }
    PageRoutes.html(call).setHeader("Content-Encoding", "gzip");
    call.response().getOutputStream().write(packed.toByteArray());
  }

  private static void partial(Call call) throws Exception {
    PageRoutes.html(call).setStatus(206);
    call.response().setHeader("Content-Range", "bytes 0-9/100");
    call.response().getOutputStream().write(PageRoutes.utf8(), 0, 10);
  }
}
