package dev.weft.models.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work that nobody waits for any more ends soon, and counts until it has. */
@Timeout(60)
class PlaceTest {
  private final Semaphore places = new Semaphore(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);

  /** As decoding does, it takes no notice of an interrupt. */
  private boolean work() {
    begun.countDown();
    while (true) {
      try {
        open.await();
        return true;
      } catch (InterruptedException e) {
        // goes on
      }
    }
  }

  @Test
  void isHeldUntilTheWorkHasEnded() throws Exception {
    try (ExecutorService workers = Executors.newFixedThreadPool(1)) {
      places.acquire();
      Future<Boolean> running;
      try (Place place = new Place(places, workers)) {
        running = place.submit(this::work);
        Future<Boolean> waiting = place.submit(this::work);
        begun.await();
        assertTrue(running.cancel(true) && waiting.cancel(true));
      }
      assertEquals(0, places.availablePermits(), "a thread is still at it");
      open.countDown();
      assertTrue(places.tryAcquire(30, TimeUnit.SECONDS));
    }
    assertEquals(0, places.availablePermits(), "it was given back once");
  }

  @Test
  void isFreeAtOnceWhereTheWorkIsDone() throws Exception {
    try (ExecutorService workers = Executors.newFixedThreadPool(1)) {
      places.acquire();
      open.countDown();
      try (Place place = new Place(places, workers)) {
        assertTrue(place.submit(this::work).get());
        assertEquals(0, places.availablePermits(), "not answered yet");
      }
    }
    assertEquals(1, places.availablePermits());
  }

  @Test
  void readingImagesEndsWhenInterrupted() {
    byte[] body = "{\"images\":[1,2,3]}".getBytes(StandardCharsets.UTF_8);
    ClassifyRequest request = new ClassifyRequest(28, 28);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> request.parse(body, true));
  }
}
