package dev.weft.kernels.cpu;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Writes a method of a register tile as bytecode that calls the Vector API, with every stride a
 * constant and every sum a local variable; {@link TileClass} loads it.
 *
 * <p>In Java source this would be the same line for each sum of each kind of tile: arrays of
 * vectors do not stay in registers, and past some size the JIT inlines the methods of vectors only,
 * so that loops and helpers of our own are no way out. Strides that are not constants would leave
 * range checks in the inner loop, which push the sums out of the registers, at half the speed.
 *
 * <p>Arguments and results are addressed by local variable and constant offset.
 */
final class TileCode {
  private static final ClassDesc VECTOR = describe(FloatVector.class);
  private static final ClassDesc ANY_VECTOR = describe(Vector.class);
  private static final ClassDesc SPECIES = describe(VectorSpecies.class);
  private static final ClassDesc MASK = describe(VectorMask.class);
  private static final ClassDesc OPERATORS = describe(VectorOperators.class);
  private static final ClassDesc COMPARISON = describe(VectorOperators.Comparison.class);
  private static final ClassDesc FLOATS = CD_float.arrayType();

  private static final MethodTypeDesc ZERO = MethodTypeDesc.of(VECTOR, SPECIES);
  private static final MethodTypeDesc LOAD = MethodTypeDesc.of(VECTOR, SPECIES, FLOATS, CD_int);
  private static final MethodTypeDesc BROADCAST = MethodTypeDesc.of(VECTOR, SPECIES, CD_float);
  private static final MethodTypeDesc STORE = MethodTypeDesc.of(CD_void, FLOATS, CD_int);
  private static final MethodTypeDesc ADD = MethodTypeDesc.of(VECTOR, ANY_VECTOR);
  private static final MethodTypeDesc FMA = MethodTypeDesc.of(VECTOR, ANY_VECTOR, ANY_VECTOR);
  private static final MethodTypeDesc COMPARE = MethodTypeDesc.of(MASK, COMPARISON, ANY_VECTOR);
  private static final MethodTypeDesc BLEND = MethodTypeDesc.of(VECTOR, ANY_VECTOR, MASK);
  private static final MethodTypeDesc CAST =
      MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  private final CodeBuilder code;
  private final List<Object> constants;
  private final VectorSpecies<Float> species;

  // What a method names over and over is looked up in the class's constant pool once.
  private final Map<Object, LoadableConstantEntry> loadable = new HashMap<>();
  private final Map<String, MethodRefEntry> methods = new HashMap<>();

  TileCode(CodeBuilder code, List<Object> constants, VectorSpecies<Float> species) {
    this.code = code;
    this.constants = constants;
    this.species = species;
  }

  static ClassDesc describe(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  /** Floats a vector. */
  int lanes() {
    return species.length();
  }

  /** Calls static method {@code name} of {@code owner} with this method's own arguments. */
  void call(ClassDesc owner, String name, MethodTypeDesc signature) {
    for (int i = 0; i < signature.parameterCount(); i++) {
      code.loadLocal(TypeKind.from(signature.parameterType(i)), parameter(i));
    }
    code.invokestatic(owner, name, signature);
  }

  /** The local variable of a parameter, counted from 0. */
  int parameter(int index) {
    return code.parameterSlot(index);
  }

  /** Takes a vector off into a new local variable. */
  int vector() {
    int local = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(local);
    return local;
  }

  /** Takes a vector off into a local variable that is there. */
  void put(int local) {
    code.astore(local);
  }

  /** A local int that starts as {@code base + offset}. */
  int integer(int base, int offset) {
    int local = code.allocateLocal(TypeKind.INT);
    index(base, offset);
    code.istore(local);
    return local;
  }

  /** Sets a local int to another. */
  void set(int local, int value) {
    code.iload(value).istore(local);
  }

  /** Adds {@code amount} to a local int. */
  void advance(int local, int amount) {
    index(local, amount);
    code.istore(local);
  }

  /**
   * Runs {@code body} {@code count} times.
   *
   * @param advance added to each of {@code locals} after each time
   */
  void repeat(int count, int[] locals, int[] advance, Runnable body) {
    code.loadConstant(count);
    int limit = code.allocateLocal(TypeKind.INT);
    code.istore(limit);
    repeatTo(limit, locals, advance, body);
  }

  /** As {@link #repeat}, as often as local int {@code limit} says. */
  void repeatTo(int limit, int[] locals, int[] advance, Runnable body) {
    int counter = code.allocateLocal(TypeKind.INT);
    code.iconst_0().istore(counter);
    Label test = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(test).iload(counter).iload(limit).if_icmpge(end);
    body.run();
    for (int i = 0; i < locals.length; i++) {
      advance(locals[i], advance[i]);
    }
    code.iinc(counter, 1).goto_(test).labelBinding(end);
  }

  /** Returns from the method if local {@code value} is false. */
  void returnUnless(int value) {
    Label on = code.newLabel();
    code.iload(value).ifne(on).return_().labelBinding(on);
  }

  private void index(int base, int offset) {
    code.iload(base);
    if (offset != 0) {
      code.loadConstant(offset).iadd();
    }
  }

  private void constant(Object value, ClassDesc type) {
    code.ldc(loadable.computeIfAbsent(value, key -> entry(value, type)));
  }

  private LoadableConstantEntry entry(Object value, ClassDesc type) {
    if (!constants.contains(value)) {
      constants.add(value);
    }
    return code.constantPool()
        .loadableConstantEntry(
            DynamicConstantDesc.ofNamed(
                ConstantDescs.BSM_CLASS_DATA_AT, "_", type, constants.indexOf(value)));
  }

  /** Calls a method, whose name no other has that tiles call. */
  private void invoke(Opcode how, ClassDesc owner, String name, MethodTypeDesc signature) {
    code.invoke(
        how,
        methods.computeIfAbsent(
            name, key -> code.constantPool().methodRefEntry(owner, name, signature)));
  }

  private void invokeStatic(String name, MethodTypeDesc signature) {
    invoke(Opcode.INVOKESTATIC, VECTOR, name, signature);
  }

  private void invokeVirtual(String name, MethodTypeDesc signature) {
    invoke(Opcode.INVOKEVIRTUAL, VECTOR, name, signature);
  }

  /** Pushes zeros. */
  TileCode zero() {
    constant(species, SPECIES);
    invokeStatic("zero", ZERO);
    return this;
  }

  /** Pushes the vector at {@code array[base + offset]}. */
  TileCode load(int array, int base, int offset) {
    constant(species, SPECIES);
    code.aload(array);
    index(base, offset);
    invokeStatic("fromArray", LOAD);
    return this;
  }

  /** Pushes {@code array[base + offset]} in all lanes. */
  TileCode broadcast(int array, int base, int offset) {
    constant(species, SPECIES);
    code.aload(array);
    index(base, offset);
    code.faload();
    invokeStatic("broadcast", BROADCAST);
    return this;
  }

  /** Pushes a vector of a local variable. */
  TileCode get(int local) {
    code.aload(local);
    return this;
  }

  /**
   * Tells the JIT the class of the vector on the stack, for sums after the loops that added to
   * them. Else C2 knows it from profiles only, and those of the Vector API's own methods are shared
   * by all tiles: where tiles of two widths exist and C2 takes a tile straight from tier 2, without
   * a profile of its own, sums are objects for good, at a twelfth of the speed.
   */
  TileCode exact() {
    int value = vector();
    constant(species.vectorType(), ConstantDescs.CD_Class);
    code.aload(value);
    invoke(Opcode.INVOKEVIRTUAL, ConstantDescs.CD_Class, "cast", CAST);
    code.checkcast(VECTOR);
    return this;
  }

  /** Adds the product of the vector on the stack and {@code factor} to {@code sum}. */
  void multiplyAdd(int factor, int sum) {
    code.aload(factor).aload(sum);
    invokeVirtual("fma", FMA);
    code.astore(sum);
  }

  /** Adds the two vectors on the stack. */
  TileCode add() {
    invokeVirtual("add", ADD);
    return this;
  }

  /**
   * Makes negative lanes of the vector on the stack 0, in two instructions where max takes five.
   */
  TileCode rectify() {
    int value = vector();
    zero();
    int zero = vector();
    code.aload(value).aload(zero).aload(value);
    code.getstatic(OPERATORS, "LT", COMPARISON).aload(zero);
    invokeVirtual("compare", COMPARE);
    invokeVirtual("blend", BLEND);
    return this;
  }

  /** Takes a vector off into {@code array[base + offset]}. */
  void store(int array, int base, int offset) {
    code.aload(array);
    index(base, offset);
    invokeVirtual("intoArray", STORE);
  }
}
