package dev.weft.models.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ServerLoadTest {
  @Test
  void answersTogetherWhatComesTogether() throws Exception {
    try (RunningServer server = new RunningServer(true, 64, 300, 30)) {
      List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        all.add(server.sendAsync(server.image()));
      }
      for (CompletableFuture<HttpResponse<String>> each : all) {
        assertEquals(200, each.get().statusCode());
      }
      assertEquals(40, server.batches().stream().mapToInt(n -> n).sum());
      assertTrue(server.batches().size() <= 8, "40 images in batches of " + server.batches());
      assertTrue(server.batches().stream().allMatch(n -> n <= 32), server.batches().toString());
    }
  }

  @Test
  void moreThanTheQueueHoldsAreTurnedAway() throws Exception {
    try (RunningServer server = new RunningServer(false, 4, 1, 60)) {
      List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        all.add(server.sendAsync(server.image()));
      }
      CompletableFuture<?>[] refused = all.toArray(CompletableFuture<?>[]::new);
      CompletableFuture.anyOf(refused).get(20, TimeUnit.SECONDS);
      long end = System.nanoTime() + 20_000_000_000L;
      while (all.stream().filter(CompletableFuture::isDone).count() < 6
          && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      assertTrue(server.get("/metrics").contains("weft_queue_requests 4\n"));
      server.open();
      int answered = 0;
      for (CompletableFuture<HttpResponse<String>> each : all) {
        HttpResponse<String> response = each.get();
        if (response.statusCode() == 200) {
          answered++;
        } else {
          assertEquals(429, response.statusCode());
          assertEquals("1", response.headers().firstValue("Retry-After").orElse(""));
        }
      }
      assertEquals(4, answered);
    }
  }

  @Test
  void aLackOfMemoryPasses() throws Exception {
    try (RunningServer server = RunningServer.usual()) {
      server.lackMemory(true);
      server.assertError(503, "there is no memory for it", server.image());
      server.lackMemory(false);
      assertEquals(200, server.send(server.image()).statusCode());
    }
  }

  @Test
  void aRequestThatDoesNotArriveIsAnswered408() throws Exception {
    try (RunningServer server = new RunningServer(true, 64, 1, 1);
        Socket socket = server.slow()) {
      socket.setSoTimeout(20_000);
      String head = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(head.startsWith("HTTP/1.1 408"), head);
      assertTrue(head.endsWith("\"message\":\"the request takes too long to arrive\"}}"), head);
    }
  }

  @Test
  void slowClientsDoNotHoldTheOthersUp() throws Exception {
    try (RunningServer server = new RunningServer(true, 64, 1, 60)) {
      List<Socket> slow = new ArrayList<>();
      try {
        for (int i = 0; i < 500; i++) {
          slow.add(server.slow());
        }
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
          long start = System.nanoTime();
          assertEquals(200, server.send(server.image()).statusCode());
          nanos.add(System.nanoTime() - start);
        }
        nanos.sort(null);
        assertTrue(nanos.get(98) < 1_000_000_000L, "p99 " + nanos.get(98) / 1e9 + " s");
      } finally {
        for (Socket socket : slow) {
          socket.close();
        }
      }
    }
  }
}
