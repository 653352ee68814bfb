package dev.weft.tornado;

import dev.weft.kernels.opencl.ShippedKernel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns the OpenCL C of TornadoVM's compiler into text that people can read, that is the same for
 * the same kernel, that every OpenCL compiler takes and that vectorising ones see through. What it
 * computes stays as it is.
 */
final class KernelText {
  private static final int WIDTH = 100;

  private static final Pattern COMMENT = Pattern.compile("\\s*//.*");
  static final Pattern DECLARATION =
      Pattern.compile("  (\\w+(?: \\w+)*) (\\*?\\w+_\\d+(?:, \\*?\\w+_\\d+)*);");
  private static final Pattern ITEM = Pattern.compile("  (\\w+) = get_global_id\\(0\\);");
  private static final Pattern ITEMS = Pattern.compile("  (\\w+) = get_global_size\\(0\\);");
  private static final Pattern SHAPE = Pattern.compile(" +(\\w+) = \\(ulong\\) shape;");
  private static final Pattern ADDRESS = Pattern.compile(" +(\\w+) = (\\w+) \\+ (\\d+)L;");
  private static final Pattern LOAD =
      Pattern.compile("( +\\w+ = )\\*\\(\\(__global int \\*\\) (\\w+)\\);");
  private static final Pattern ARRAY = Pattern.compile("(?m)^( {4}__global uchar) \\*(\\w+)");
  private static final Pattern WORD = Pattern.compile("\\w+");

  private KernelText() {}

  /**
   * The kernel in readable form, with {@code SHAPE(i)} where it loads element i of its shape.
   *
   * @param source what TornadoVM printed of one kernel
   * @throws IllegalArgumentException if there is no kernel in it, or one that does not load its
   *     shape element by element
   */
  static String readable(String source) {
    int start = source.indexOf("__kernel ");
    if (start < 0) {
      throw new IllegalArgumentException("no kernel in: " + source);
    }
    List<String> lines = source.substring(start).lines().map(KernelText::clean).toList();
    lines = nameShape(lines.stream().filter(line -> !line.isEmpty()).toList());
    lines = AddressText.rewrite(VectorText.rewrite(oneIteration(lines)));
    lines = declareInOrder(lines).stream().map(KernelText::restrict).toList();
    String kernel = String.join("\n", lines) + "\n";
    return kernel.contains("double ")
        ? "#pragma OPENCL EXTENSION cl_khr_fp64 : enable\n" + kernel
        : kernel;
  }

  private static String clean(String line) {
    return COMMENT
        .matcher(line)
        .replaceFirst("")
        .stripTrailing()
        .replace("  =  ", " = ")
        // There is no native_sqrt for doubles, and for floats it is as inexact as a driver likes.
        .replace("native_sqrt(", "sqrt(")
        .replace(", __", ",\n    __");
  }

  /** No launch hands a kernel a buffer twice that it writes. */
  private static String restrict(String line) {
    return ARRAY.matcher(line).replaceAll("$1 *restrict $2");
  }

  private static List<String> nameShape(List<String> lines) {
    Set<String> bases = new HashSet<>();
    Map<String, Integer> addresses = new HashMap<>();
    List<String> named = new ArrayList<>();
    for (String line : lines) {
      Matcher shape = SHAPE.matcher(line);
      Matcher address = ADDRESS.matcher(line);
      Matcher load = LOAD.matcher(line);
      if (shape.matches()) {
        bases.add(shape.group(1));
      } else if (address.matches() && bases.contains(address.group(2))) {
        addresses.put(address.group(1), Integer.parseInt(address.group(3)));
      } else if (load.matches() && addresses.containsKey(load.group(2))) {
        int index = (addresses.get(load.group(2)) - ShippedKernel.ARRAY_HEADER) / Integer.BYTES;
        named.add(load.group(1) + "SHAPE(" + index + ");");
      } else {
        named.add(line);
      }
    }
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("the kernel never loads its shape:\n" + source(lines));
    }
    Set<String> left = words(named.stream().filter(line -> !DECLARATION.matcher(line).matches()));
    if (Stream.concat(bases.stream(), addresses.keySet().stream()).anyMatch(left::contains)) {
      throw new IllegalArgumentException("the kernel needs its shape's address:\n" + source(lines));
    }
    return named;
  }

  /**
   * TornadoVM lets a work-item go on with the iteration that lies as far ahead as there are
   * work-items. Here there is one for each, and a compiler that runs many at once in the lanes of
   * vectors need not allow for a loop in every lane.
   *
   * @throws IllegalArgumentException if the kernel has no parallel loop
   */
  private static List<String> oneIteration(List<String> lines) {
    String id = only(lines, ITEM);
    String size = only(lines, ITEMS);
    Pattern start = Pattern.compile("  (\\w+) = " + id + ";");
    String index = only(lines, start);
    Pattern loop = Pattern.compile("  for\\(;(" + index + " < .*);\\)");
    Pattern step =
        Pattern.compile("    (\\w+) = (?:%1$s \\+ %2$s|%2$s \\+ %1$s);".formatted(size, index));
    only(lines, loop);
    String end = "    %s = %s;".formatted(index, only(lines, step));
    return lines.stream()
        .filter(line -> !line.equals(end) && !step.matcher(line).matches())
        .filter(line -> !ITEMS.matcher(line).matches())
        .map(line -> loop.matcher(line).replaceFirst("  if($1)"))
        .toList();
  }

  /** The first group of the one line that matches. */
  private static String only(List<String> lines, Pattern pattern) {
    List<String> found =
        lines.stream()
            .map(pattern::matcher)
            .filter(Matcher::matches)
            .map(match -> match.group(1))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "not one parallel loop, %d lines are like %s:%n%s"
              .formatted(found.size(), pattern, source(lines)));
    }
    return found.getFirst();
  }

  /** TornadoVM declares variables in no particular order, and some that are not used. */
  private static List<String> declareInOrder(List<String> lines) {
    List<String> rest = lines.stream().filter(l -> !DECLARATION.matcher(l).matches()).toList();
    Set<String> used = words(rest.stream());
    SortedMap<String, List<String>> variables = new TreeMap<>();
    for (String line : lines) {
      Matcher declaration = DECLARATION.matcher(line);
      if (declaration.matches()) {
        List<String> names =
            variables.computeIfAbsent(declaration.group(1), t -> new ArrayList<>());
        Stream.of(declaration.group(2).split(", "))
            .filter(name -> used.contains(name.replace("*", "")))
            .forEach(names::add);
      }
    }
    List<String> ordered = new ArrayList<>(rest);
    ordered.addAll(
        rest.indexOf("{") + 1,
        variables.entrySet().stream()
            .filter(type -> !type.getValue().isEmpty())
            .flatMap(type -> declaration(type.getKey(), type.getValue()).stream())
            .toList());
    return ordered;
  }

  private static List<String> declaration(String type, List<String> names) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder("  " + type);
    names.stream()
        .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.replaceAll("\\D", ""))))
        .forEach(name -> {
          if (line.length() + name.length() + 2 > WIDTH) {
            lines.add(line.toString());
            line.setLength(0);
            line.append("     ");
          }
          line.append(' ').append(name).append(',');
        });
    line.setCharAt(line.length() - 1, ';');
    lines.add(line.toString());
    return lines;
  }

  private static Set<String> words(Stream<String> lines) {
    Set<String> words = new HashSet<>();
    lines.forEach(line -> WORD.matcher(line).results().forEach(word -> words.add(word.group())));
    return words;
  }

  private static String source(List<String> lines) {
    return String.join("\n", lines);
  }
}
