package dev.weft.kernels.check;

import dev.weft.kernels.Buffer;
import dev.weft.kernels.DeviceArgs;
import dev.weft.kernels.Grain;
import dev.weft.kernels.Launch;
import dev.weft.kernels.Op;
import dev.weft.kernels.Tensor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The device kernels of all ops. */
public final class DeviceKernels {
  private DeviceKernels() {}

  /** Every kernel that a case launches, by name. */
  public static SortedMap<String, Method> all() {
    SortedMap<String, Method> kernels = new TreeMap<>();
    launches()
        .map(Launch::kernel)
        .forEach(kernel -> {
          Method other = kernels.putIfAbsent(kernel.getName(), kernel);
          if (other != null && !other.equals(kernel)) {
            throw new IllegalStateException("two kernels of one name: " + kernel + ", " + other);
          }
        });
    return kernels;
  }

  /** The launches of all cases for devices of every kind, in the cases' order. */
  public static Stream<Launch> launches() {
    return OpCases.all().stream()
        .map(OpCase::op)
        .flatMap(op -> Stream.of(Grain.values()).map(grain -> op.launches(arguments(op, grain))))
        .flatMap(List::stream);
  }

  /** A buffer of its own for every slot. */
  private static DeviceArgs arguments(Op op, Grain grain) {
    List<Tensor> tensors =
        op.slots().stream()
            .map(slot -> new Buffer(slot.name(), slot.type(), slot.shape().size()))
            .map(Buffer::tensor)
            .toList();
    return new DeviceArgs(op.slots(), tensors, grain);
  }
}
