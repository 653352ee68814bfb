package dev.weft.models.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** The answer to a request, which the first to send one sends. Safe for threads. */
final class Reply {
  private final HttpExchange exchange;
  private int code;

  Reply(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /** What was sent; 0 if nothing was. */
  synchronized int code() {
    return code;
  }

  synchronized void header(String name, String value) {
    exchange.getResponseHeaders().set(name, value);
  }

  /** The connection is to be closed after the answer. */
  synchronized void closeAfter() {
    header("Connection", "close");
  }

  synchronized void send(int status, String type, byte[] body) throws IOException {
    if (code != 0) {
      return;
    }
    code = status;
    header("Content-Type", type);
    header("X-Content-Type-Options", "nosniff");
    header("Cache-Control", "no-store");
    header(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
            + " img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'");
    if (exchange.getRequestMethod().equals("HEAD")) {
      header("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.getResponseBody().flush();
  }
}
