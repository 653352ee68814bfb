package dev.weft.runtime.train;

/**
 * A line of {@code hardware.jsonl}: what training took of the machine. Unlike {@link MetricsLine}
 * it differs from run to run.
 */
public sealed interface HardwareLine {

  /** What kind of line it is. */
  String type();

  /** When it was written, as ISO 8601 in UTC. */
  String time();

  /** Steps done since the start of training. */
  long step();

  /**
   * What was used since the sample before.
   *
   * @param type {@code sample}
   * @param time when, as ISO 8601 in UTC
   * @param seconds of training since its start, without the time between a stop and a resume
   * @param step steps done since the start of training
   * @param imagesPerSecond trained on; validations that fell into the time count as time
   * @param cpuCores processor time of the process by time: 2 are two cores busy all the time
   * @param machineCpu share of all cores that was busy, whoever with, 0..1; negative where the
   *     system does not tell
   * @param memoryBytes memory of the process at that moment; 0 where the system does not tell
   * @param heapBytes of it, Java objects
   */
  record Sample(
      String type,
      String time,
      double seconds,
      long step,
      double imagesPerSecond,
      double cpuCores,
      double machineCpu,
      long memoryBytes,
      long heapBytes)
      implements HardwareLine {}

  /**
   * What an epoch took.
   *
   * @param type {@code epoch}
   * @param time when it ended, as ISO 8601 in UTC
   * @param step steps done since the start of training
   * @param epoch from 1
   * @param epochSeconds of the epoch with its validation; of its rest where it was resumed within
   * @param imagesPerSecond training images a second, without validation
   */
  record Epoch(
      String type, String time, long step, int epoch, double epochSeconds, double imagesPerSecond)
      implements HardwareLine {}
}
