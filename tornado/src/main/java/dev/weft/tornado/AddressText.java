package dev.weft.tornado;

import dev.weft.kernels.opencl.ShippedKernel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Computes the address of an element in one line where TornadoVM takes up to five:
 *
 * <pre>
 *   i_4 = i_3 + 2;
 *   l_5 = (long) i_4;
 *   l_6 = l_5 &lt;&lt; 2;
 *   l_7 = l_6 + 16L;                          ul_8 = ul_0 + ((long) i_3 &lt;&lt; 2) + 24L;
 *   ul_8 = ul_0 + l_7;
 * </pre>
 *
 * That is easier to read, and neighbours then differ by a constant that is added to a pointer. One
 * that is added to an index LLVM makes an "or" where it knows the index to be a multiple, and then
 * no longer sees that the elements are neighbours, which cost a product of matrices its vectors.
 */
final class AddressText {
  private static final String TO = "( +)(\\w+_\\d+) = ";
  private static final Pattern ASSIGNED = Pattern.compile(TO + ".*");
  private static final Pattern STEP = Pattern.compile(TO + "(i_\\d+) \\+ (-?\\d+);");
  private static final Pattern LONG_STEP = Pattern.compile(TO + "(l_\\d+) \\+ (-?\\d+)L;");
  private static final Pattern WIDEN = Pattern.compile(TO + "\\(long\\) (i_\\d+);");
  private static final Pattern HALVE = Pattern.compile(TO + "(i_\\d+) >> 1;");
  private static final Pattern DOUBLE = Pattern.compile(TO + "(i_\\d+) << 1;");
  private static final Pattern SCALE = Pattern.compile(TO + "(l_\\d+) << 2;");
  private static final Pattern HEADER =
      Pattern.compile(TO + "(l_\\d+) \\+ " + ShippedKernel.ARRAY_HEADER + "L;");
  private static final Pattern SUM = Pattern.compile(TO + "(ul_\\d+) \\+ (l_\\d+);");
  private static final Pattern NAME = Pattern.compile("\\b\\w+_\\d+\\b");

  /** The lines that assign variables which are assigned once, and so stand for what they are. */
  private final Map<String, String> values = new HashMap<>();

  private AddressText(List<String> lines) {
    Set<String> changing = new HashSet<>();
    for (String line : lines) {
      Matcher assigned = ASSIGNED.matcher(line);
      if (assigned.matches() && values.put(assigned.group(2), line) != null) {
        changing.add(assigned.group(2));
      }
    }
    values.keySet().removeAll(changing);
  }

  /** The kernel with such addresses, and without what only they needed. */
  static List<String> rewrite(List<String> lines) {
    AddressText text = new AddressText(lines);
    return withoutUnused(lines.stream().map(text::address).toList());
  }

  private String address(String line) {
    Matcher sum = SUM.matcher(line);
    if (!sum.matches()) {
      return line;
    }
    long offset = ShippedKernel.ARRAY_HEADER;
    String index = origin(SCALE, origin(HEADER, sum.group(4)));
    Matcher longStep = LONG_STEP.matcher(values.getOrDefault(index, ""));
    if (longStep.matches()) {
      index = longStep.group(3);
      offset += Long.parseLong(longStep.group(4)) * Float.BYTES;
    }
    index = origin(WIDEN, index);
    if (index.isEmpty()) {
      return line;
    }
    // What Index.first says is clear where indexes are not computed in 32 bits.
    String whole = origin(DOUBLE, origin(HALVE, index));
    index = values.containsKey(whole) ? whole : index;
    Matcher step = STEP.matcher(values.getOrDefault(index, ""));
    if (step.matches() && values.containsKey(step.group(3))) {
      index = step.group(3);
      offset += Long.parseLong(step.group(4)) * Float.BYTES;
    }
    return String.format(
        Locale.ROOT,
        "%s%s = %s + ((long) %s << 2) + %dL;",
        sum.group(1),
        sum.group(2),
        sum.group(3),
        index,
        offset);
  }

  /** What {@code name} is computed from, if it is in the manner of {@code form}; else empty. */
  private String origin(Pattern form, String name) {
    Matcher value = form.matcher(values.getOrDefault(name, ""));
    return value.matches() ? value.group(3) : "";
  }

  private static List<String> withoutUnused(List<String> lines) {
    Map<String, Integer> uses = new HashMap<>();
    for (String line : lines) {
      if (!KernelText.DECLARATION.matcher(line).matches()) {
        NAME.matcher(line).results().forEach(name -> uses.merge(name.group(), 1, Integer::sum));
      }
    }
    List<String> kept = new ArrayList<>();
    // From the end, so that what only unused lines need is unused as well.
    for (String line : lines.reversed()) {
      Matcher assigned = ASSIGNED.matcher(line);
      if (assigned.matches()
          && assigned.group(2).matches("i_.*|l_.*")
          && uses.getOrDefault(assigned.group(2), 0) == 1) {
        NAME.matcher(line).results().forEach(name -> uses.merge(name.group(), -1, Integer::sum));
      } else {
        kept.add(line);
      }
    }
    return kept.reversed();
  }
}
