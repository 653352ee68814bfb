package dev.weft.runtime.backend.cpu;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.Call;
import dev.weft.kernels.DType;
import dev.weft.kernels.Layout;
import dev.weft.kernels.LayoutWish;
import dev.weft.kernels.Program;
import dev.weft.kernels.Shape;
import dev.weft.kernels.Tensor;
import dev.weft.kernels.cpu.Lanes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides where the elements of each buffer lie, from what all calls together wish. */
final class LayoutPlan {

  /** The union of the wishes for one buffer, as long as they can be met together. */
  private record Union(Shape shape, LayoutWish wish) {
    Union with(Tensor tensor, LayoutWish other) {
      boolean any =
          wish.anyLayout()
              && other.anyLayout()
              && tensor.coversBuffer()
              && tensor.shape().equals(shape);
      return new Union(
          shape,
          new LayoutWish(
              any,
              wish.padChannels() || other.padChannels(),
              Math.max(wish.top(), other.top()),
              Math.max(wish.left(), other.left()),
              Math.max(wish.bottom(), other.bottom()),
              Math.max(wish.right(), other.right())));
    }

    Optional<Layout> layout() {
      boolean map = shape.rank() == 4;
      if (!wish.anyLayout() || !(map || shape.rank() == 2)) {
        return Optional.empty();
      }
      Layout plain = Layout.plain(shape);
      int stride = wish.padChannels() ? Lanes.roundUp(plain.c()) : plain.c();
      return Optional.of(
          new Layout(
              plain.n(),
              plain.h(),
              plain.w(),
              plain.c(),
              map ? wish.top() : 0,
              map ? wish.left() : 0,
              map ? wish.bottom() : 0,
              map ? wish.right() : 0,
              stride));
    }
  }

  private final Map<Buffer, Union> unions = new HashMap<>();

  LayoutPlan(Program program) {
    for (Call call : program.calls()) {
      for (int slot = 0; slot < call.args().size(); slot++) {
        Tensor tensor = call.args().get(slot);
        LayoutWish wish = call.op().layoutWish(slot);
        if (tensor.type() == DType.F32) {
          unions.compute(
              tensor.buffer(),
              (buffer, union) ->
                  (union == null ? new Union(tensor.shape(), LayoutWish.ANY) : union)
                      .with(tensor, wish));
        }
      }
    }
  }

  /** Where the elements of {@code tensor} lie in its buffer. */
  Layout of(Tensor tensor) {
    return ownLayout(tensor.buffer()).orElseGet(() -> Layout.plain(tensor.shape()));
  }

  /** Where all elements of an F32 buffer of the program lie. */
  Layout of(Buffer buffer) {
    Union union = unions.get(buffer);
    if (union == null) {
      throw new IllegalArgumentException("no layout of " + buffer);
    }
    return union
        .layout()
        .orElseGet(() ->
            Layout.plain(
                union.shape.size() == buffer.length() ? union.shape : Shape.of(buffer.length())));
  }

  /** The layout of a buffer that has one of its own; empty where it is plain row-major. */
  private Optional<Layout> ownLayout(Buffer buffer) {
    return Optional.ofNullable(unions.get(buffer)).flatMap(Union::layout);
  }
}
