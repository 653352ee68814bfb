package dev.weft.runtime.train;

/** Why training ended. */
public enum StopReason {
  /** All epochs are done. */
  FINISHED,
  /** No improvement for as many epochs as the patience is. */
  EARLY_STOPPING,
  /** The limit of steps is reached. */
  MAX_STEPS,
  /** Somebody asked for it: {@link Trainer#requestStop}. */
  STOPPED
}
