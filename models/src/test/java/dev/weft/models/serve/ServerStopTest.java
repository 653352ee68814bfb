package dev.weft.models.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Its end, with requests under way. */
@Timeout(120)
class ServerStopTest {
  @Test
  void whatIsUnderWayIsAnsweredBeforeItStops() throws Exception {
    try (RunningServer server = new RunningServer(false, 64, 1, 30)) {
      CompletableFuture<HttpResponse<String>> pending = server.sendAsync(server.image());
      while (!server.get("/metrics").contains("weft_queue_requests 1\n")) {
        Thread.sleep(10);
      }
      CompletableFuture<Void> stop = CompletableFuture.runAsync(server::stop);
      Thread.sleep(200);
      assertTrue(!stop.isDone(), "waits");
      server.open();
      assertEquals(200, pending.get().statusCode());
      stop.get(20, TimeUnit.SECONDS);
    }
  }

  /** The JDK's server counts those as under way for ever. */
  @Test
  void clientsThatWentAwayDoNotDelayTheStop() throws Exception {
    try (RunningServer server = RunningServer.usual()) {
      server.slow().close();
      assertEquals(200, server.send(server.image()).statusCode());
      long start = System.nanoTime();
      server.stop();
      assertTrue(System.nanoTime() - start < 10_000_000_000L);
    }
  }
}
