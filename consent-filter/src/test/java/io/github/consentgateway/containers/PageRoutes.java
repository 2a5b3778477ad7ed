package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The ways in which an application writes a page, and what must come through as it is. */
final class PageRoutes {

  static final String PAGE =
      "<!doctype html><html lang=\"en\"><head><title>t</title></head><body><p>a summer, un été</p></body></html>";

  /** A page whose body has no end, and whose last tag has none. */
  static final String OPEN = "<!doctype html><title>t</title><body><p>a summer</p><p class";

  private static final String HTML = "text/html;charset=utf-8";
  private static final int HALF = PAGE.length() / 2;

  private PageRoutes() {}

  static List<Vector> all() {
    return Stream.of(pages(), UnaskedRoutes.all()).flatMap(List::stream).toList();
  }

  /** Routes that write a page, whole. */
  static List<Vector> pages() {
    return Stream.of(synchronous(), AsyncPageRoutes.all()).flatMap(List::stream).toList();
  }

  private static List<Vector> synchronous() {
    return List.of(
        route("page-writer", "", call -> html(call).getWriter().write(PAGE)),
        route("page-println", "", call -> html(call).getWriter().printf("%s", PAGE)),
        route("page-characters", "", PageRoutes::characters),
        route("page-stream", "", call -> html(call).getOutputStream().write(utf8())),
        route("page-print", "", PageRoutes::print),
        route("page-octets", "", PageRoutes::octets),
        route("page-flush-between", "", PageRoutes::flushBetween),
        route("page-flush-before", "", PageRoutes::flushBefore),
        route("page-length", "", PageRoutes::length),
        route("page-length-long", "", PageRoutes::lengthLong),
        route("page-length-field", "", PageRoutes::lengthField),
        route("page-small-buffer", "", PageRoutes::smallBuffer),
        route("page-reset-buffer", "", PageRoutes::resetBuffer),
        route("page-reset", "", PageRoutes::reset),
        route("page-late-charset", "", PageRoutes::lateCharset),
        route("page-late-type", "", PageRoutes::lateType),
        route("page-writer-twice", "", PageRoutes::writerTwice),
        route("page-closed", "", PageRoutes::closed),
        route("page-latin", "", call -> as(call, "text/html;charset=iso-8859-1")),
        route("page-japanese", "", call -> as(call, "text/html;charset=shift_jis")),
        route("page-forward", "", Call::forward).target(PageRoutes::write),
        route("page-include", "", PageRoutes::include).target(call -> part(call, HALF, HALF + 9)),
        route("page-not-found", "", call -> call.response().sendError(404))
            .at(Stage.ERROR, PageRoutes::write),
        route("page-failure", "", PageRoutes::fail).at(Stage.ERROR, PageRoutes::write),
        route("page-half-then-failure", "", PageRoutes::halfThenFail)
            .at(Stage.ERROR, PageRoutes::write),
        route("page-dispatch", "", call -> passed(call).dispatch(call.target()))
            .target(PageRoutes::write),
        route("page-strong-tag", "", call -> tagged(call, "\"v1\"")),
        route("page-weak-tag", "", call -> tagged(call, "W/\"v1\"")),
        route("page-status", "", PageRoutes::teapot),
        route("page-post", "", PageRoutes::write)
            .asked(ask -> ask.method("POST").header("Content-Length: 0")));
  }

  static HttpServletResponse html(Call call) {
    call.response().setContentType(HTML);
    return call.response();
  }

  static byte[] utf8() {
    return PAGE.getBytes(StandardCharsets.UTF_8);
  }

  /** This method takes Latin-1 only. */
  private static void print(Call call) throws Exception {
    call.response().setContentType("text/html;charset=iso-8859-1");
    call.response().getOutputStream().print(PAGE);
  }

  static void write(Call call) throws Exception {
    text(call, PAGE);
  }

  static void text(Call call, String text) throws Exception {
    html(call).getWriter().write(text);
  }

  static void as(Call call, String type) throws Exception {
    call.response().setContentType(type);
    String charset = type.substring(type.indexOf('=') + 1);
    call.response().getOutputStream().write(PAGE.getBytes(Charset.forName(charset)));
  }

  private static void characters(Call call) throws Exception {
    PrintWriter writer = html(call).getWriter();
    PAGE.chars().forEach(writer::write);
  }

  static void octets(Call call) throws Exception {
    ServletOutputStream stream = html(call).getOutputStream();
    for (byte octet : utf8()) {
      stream.write(octet);
    }
  }

  private static void flushBetween(Call call) throws Exception {
    PrintWriter writer = html(call).getWriter();
    writer.write(PAGE, 0, HALF);
    writer.flush();
    call.response().flushBuffer();
    writer.write(PAGE, HALF, PAGE.length() - HALF);
  }

  private static void flushBefore(Call call) throws Exception {
    html(call).flushBuffer();
    write(call);
  }

  private static void length(Call call) throws Exception {
    html(call).setContentLength(utf8().length);
    call.response().getOutputStream().write(utf8());
  }

  private static void lengthLong(Call call) throws Exception {
    html(call).setContentLengthLong(utf8().length);
    call.response().getOutputStream().write(utf8());
  }

  private static void lengthField(Call call) throws Exception {
    html(call).setHeader("Content-Length", Integer.toString(utf8().length));
    call.response().getOutputStream().write(utf8());
  }

  private static void smallBuffer(Call call) throws Exception {
    html(call).setBufferSize(16);
    call.response().getOutputStream().write(utf8());
  }

  private static void resetBuffer(Call call) throws Exception {
    PrintWriter writer = html(call).getWriter();
    writer.write("<html><body>not this");
    call.response().resetBuffer();
    writer.write(PAGE);
  }

  private static void reset(Call call) throws Exception {
    text(call, "<html><body>not this");
    call.response().reset();
    call.response().setContentType(HTML);
    call.response().getOutputStream().write(utf8());
  }

  private static void lateCharset(Call call) throws Exception {
    call.response().setContentType("text/html");
    call.response().setCharacterEncoding("utf-8");
    call.response().getWriter().write(PAGE);
  }

  private static void lateType(Call call) throws Exception {
    call.response().setCharacterEncoding("utf-8");
    PrintWriter writer = call.response().getWriter();
    call.response().setContentType("text/html");
    writer.write(PAGE);
  }

  private static void writerTwice(Call call) throws Exception {
    html(call).getWriter().write(PAGE, 0, HALF);
    call.response().getWriter().write(PAGE, HALF, PAGE.length() - HALF);
  }

  private static void closed(Call call) throws Exception {
    PrintWriter writer = html(call).getWriter();
    writer.write(PAGE);
    writer.close();
    writer.write("and not this");
  }

  private static void include(Call call) throws Exception {
    part(call, 0, HALF);
    call.include();
    part(call, HALF + 9, PAGE.length());
  }

  private static void part(Call call, int from, int to) throws Exception {
    html(call).getWriter().write(PAGE, from, to - from);
  }

  private static void fail(Call call) {
    throw new IllegalStateException("wanted by the route " + call.vector().id());
  }

  private static void halfThenFail(Call call) throws Exception {
    part(call, 0, HALF);
    fail(call);
  }

  static AsyncContext passed(Call call) {
    return call.request().startAsync(call.request(), call.response());
  }

  private static void tagged(Call call, String tag) throws Exception {
    call.response().setHeader("ETag", tag);
    write(call);
  }

  private static void teapot(Call call) throws Exception {
    call.response().setStatus(418);
    write(call);
  }
}
