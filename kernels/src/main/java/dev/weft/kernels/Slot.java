package dev.weft.kernels;

/**
 * One formal argument of an {@link Op}: which tensor it takes there and what it does to it.
 *
 * @param name the field's usual letter: {@code x, w, b, y}, gradients {@code dx, dw, db, dy}
 * @param access whether the op reads it, writes all of it, or both
 * @param type element type
 * @param shape the only shape accepted
 */
public record Slot(String name, Access access, DType type, Shape shape) {

  /** What an op does to an argument. */
  public enum Access {
    /** Read only. */
    IN,
    /** Every element is written and none is read before. */
    OUT,
    /** Read and written. */
    INOUT;

    public boolean reads() {
      return this != OUT;
    }

    public boolean writes() {
      return this != IN;
    }
  }

  public static Slot in(String name, int... shape) {
    return new Slot(name, Access.IN, DType.F32, Shape.of(shape));
  }

  public static Slot out(String name, int... shape) {
    return new Slot(name, Access.OUT, DType.F32, Shape.of(shape));
  }

  public static Slot inout(String name, int... shape) {
    return new Slot(name, Access.INOUT, DType.F32, Shape.of(shape));
  }

  public static Slot intsIn(String name, int... shape) {
    return new Slot(name, Access.IN, DType.I32, Shape.of(shape));
  }

  public static Slot intsOut(String name, int... shape) {
    return new Slot(name, Access.OUT, DType.I32, Shape.of(shape));
  }

  public static Slot intsInout(String name, int... shape) {
    return new Slot(name, Access.INOUT, DType.I32, Shape.of(shape));
  }
}
