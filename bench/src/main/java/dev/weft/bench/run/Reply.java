package dev.weft.bench.run;

import dev.weft.bench.result.Roof;
import java.util.Optional;

/**
 * A part of what a JVM answers; one of these is there.
 *
 * @param roof of the next device
 * @param measured the next task
 * @param started the next task that was started from nothing
 * @param failure why it has ended before everything was done
 */
record Reply(
    Optional<Roof> roof,
    Optional<Measured> measured,
    Optional<StartUp> started,
    Optional<String> failure) {

  static Reply of(Roof roof) {
    return new Reply(Optional.of(roof), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Reply of(Measured measured) {
    return new Reply(Optional.empty(), Optional.of(measured), Optional.empty(), Optional.empty());
  }

  static Reply of(StartUp started) {
    return new Reply(Optional.empty(), Optional.empty(), Optional.of(started), Optional.empty());
  }

  static Reply failed(String reason) {
    return new Reply(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(reason));
  }
}
