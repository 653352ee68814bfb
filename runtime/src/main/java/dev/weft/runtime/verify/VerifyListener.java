package dev.weft.runtime.verify;

/** Told what a comparison comes upon. */
public interface VerifyListener {
  /** Takes no notice. */
  VerifyListener NONE = new VerifyListener() {};

  /** A device disagrees with the reference. */
  default void mismatch(Mismatch mismatch) {}

  /**
   * A call of a program was compared.
   *
   * @param done so far
   * @param all that there are
   */
  default void call(int done, int all) {}
}
