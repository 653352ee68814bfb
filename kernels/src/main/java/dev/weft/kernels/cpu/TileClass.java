package dev.weft.kernels.cpu;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/** Loads what {@link TileCode} writes, as a hidden class (JEP 371). */
final class TileClass {
  private static final String TILE = "tile";
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  // Pure memo: compiled code is worth keeping from one session to the next.
  private static final Map<Record, Object> MADE = new ConcurrentHashMap<>();

  private TileClass() {}

  /** What {@code make} makes of {@code geometry}, made once. */
  static <G extends Record, T> T memo(G geometry, Function<G, T> make) {
    @SuppressWarnings("unchecked") // each type of geometry is made into one type of tile
    T made = (T) MADE.computeIfAbsent(geometry, key -> make.apply(geometry));
    return made;
  }

  /**
   * Makes an object whose only method is what {@code body} writes.
   *
   * @param type interface of one method, which takes arrays and ints and returns nothing
   * @param species of the vectors
   */
  static <T> T make(Class<T> type, VectorSpecies<Float> species, Consumer<TileCode> body) {
    return define(type, species, (code, self, signature) -> body.accept(code), null);
  }

  /**
   * As {@link #make}, but runs the body as often as the method's last parameter but one says, and
   * all that as often as the last says. The body is a method of its own: in one with the loop the
   * JIT would fetch ahead of it what all rounds share, and the sums would not find registers.
   *
   * @param moving parameters that change from round to round, counted from 0
   * @param steps added to them after each of the inner rounds
   * @param outerSteps from one of the outer rounds to the next
   */
  static <T> T makeLoop(
      Class<T> type,
      VectorSpecies<Float> species,
      int[] moving,
      int[] steps,
      int[] outerSteps,
      Consumer<TileCode> body) {
    return define(
        type,
        species,
        (code, self, signature) -> {
          int last = signature.parameterCount() - 1;
          int[] locals = Arrays.stream(moving).map(code::parameter).toArray();
          int[] starts = Arrays.stream(locals).map(local -> code.integer(local, 0)).toArray();
          code.repeatTo(
              code.parameter(last),
              starts,
              outerSteps,
              () -> {
                for (int i = 0; i < locals.length; i++) {
                  code.set(locals[i], starts[i]);
                }
                code.repeatTo(
                    code.parameter(last - 1),
                    locals,
                    steps,
                    () -> code.call(self, TILE, signature));
              });
        },
        body);
  }

  private interface Entry {
    void write(TileCode code, ClassDesc self, MethodTypeDesc signature);
  }

  private static <T> T define(
      Class<T> type, VectorSpecies<Float> species, Entry entry, @Nullable Consumer<TileCode> tile) {
    ClassDesc self = ClassDesc.of(TileCode.class.getPackageName(), type.getSimpleName() + "Code");
    Method method =
        Arrays.stream(type.getMethods())
            .filter(m -> Modifier.isAbstract(m.getModifiers()))
            .findFirst()
            .orElseThrow();
    MethodTypeDesc signature =
        MethodType.methodType(void.class, method.getParameterTypes())
            .describeConstable()
            .orElseThrow();
    List<Object> constants = new ArrayList<>();
    Consumer<ClassBuilder> members =
        definition -> {
          definition.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
          definition.withInterfaceSymbols(TileCode.describe(type));
          definition.withMethodBody(
              INIT_NAME,
              MTD_void,
              0,
              code -> code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_());
          definition.withMethodBody(
              method.getName(),
              signature,
              ClassFile.ACC_PUBLIC,
              code -> {
                entry.write(new TileCode(code, constants, species), self, signature);
                code.return_();
              });
          if (tile != null) {
            definition.withMethodBody(
                TILE,
                signature,
                ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
                code -> {
                  tile.accept(new TileCode(code, constants, species));
                  code.return_();
                });
          }
        };
    try {
      MethodHandles.Lookup hidden =
          LOOKUP.defineHiddenClassWithClassData(
              ClassFile.of().build(self, members), List.copyOf(constants), true);
      return type.cast(
          hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class)).invoke());
    } catch (Throwable e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }
}
