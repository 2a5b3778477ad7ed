package io.github.consentgateway.containers;

import static io.github.consentgateway.containers.Vector.route;

import java.util.List;

/** Well-formed lines through the header methods. */
final class HeaderRoutes {

  private HeaderRoutes() {}

  static List<Vector> all() {
    return List.of(
        add("addHeader", "17", "Set-Cookie").raw(),
        add("addHeader-lower", "19", "set-cookie").raw(),
        add("addHeader-upper", "19", "SET-COOKIE").raw(),
        add("addHeader-mixed", "19", "sEt-CoOkIe").raw(),
        set("setHeader", "18", "Set-Cookie").raw(),
        set("setHeader-lower", "18, 19", "set-cookie").raw(),
        set("setHeader-upper", "18, 19", "SET-COOKIE").raw(),
        set("setHeader-mixed", "18, 19", "SeT-cOoKiE").raw(),
        route(
                "addHeader-Priority-Partitioned",
                "28",
                call -> addLine(call, "; Priority=High; Secure; Partitioned"))
            .raw(),
        route("addHeader-spaces", "26", HeaderRoutes::spaced).raw(),
        route("addHeader-comma", "24", HeaderRoutes::comma).raw());
  }

  private static Vector add(String id, String cases, String header) {
    return route(id, cases, call -> call.response().addHeader(header, call.line()));
  }

  private static Vector set(String id, String cases, String header) {
    return route(id, cases, call -> call.response().setHeader(header, call.line()));
  }

  private static void addLine(Call call, String more) {
    call.response().addHeader("Set-Cookie", call.line() + more);
  }

  private static void spaced(Call call) {
    call.response()
        .addHeader(
            "Set-Cookie",
            "  " + call.name() + "  =  " + call.value() + "  ;  Path=/ ; max-age = 3600 ;HttpOnly");
  }

  /** One cookie for a browser; a reader that splits lists at commas sees two. */
  private static void comma(Call call) {
    call.response().addHeader("Set-Cookie", call.line().replaceFirst(";", ", basket=2;"));
  }
}
