package io.github.consentgateway.demo.shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * The static files of the shop. Their addresses carry a sum of their bytes, so that browsers may
 * keep them for good.
 */
final class Assets extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Map<String, Asset> ASSETS =
      Map.of(
          "shop.css",
          read("shop.css", "text/css;charset=UTF-8"),
          "icon.svg",
          read("icon.svg", "image/svg+xml"));

  /** A text file in memory. */
  private record Asset(String type, String text, String sum) {}

  static String address(String name) {
    return "/assets/" + name + "?v=" + Objects.requireNonNull(ASSETS.get(name)).sum();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Objects.requireNonNullElse(request.getPathInfo(), "/");
    Asset asset = ASSETS.get(path.substring(1));
    if (asset == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(asset.type());
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setHeader("X-Content-Type-Options", "nosniff");
    byte[] bytes = asset.text().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static Asset read(String name, String type) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name + " is missing from the jar").readAllBytes();
      CRC32 sum = new CRC32();
      sum.update(bytes);
      return new Asset(
          type, new String(bytes, StandardCharsets.UTF_8), Long.toHexString(sum.getValue()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
