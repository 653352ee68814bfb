package dev.weft.tornado;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Declares variables so that a vectorising compiler sees which accesses are neighbours: TornadoVM
 * computes addresses as integers, whose origin such a compiler gives up on, and indexes in 32 bits,
 * of which it cannot tell whether they wrap. On PoCL (LLVM 15) a tile of a convolution ran nine
 * times as fast with both changed.
 */
final class VectorText {
  private static final Pattern BASE = Pattern.compile(" +(ul_\\d+) = \\(ulong\\) (\\w+);");
  private static final Pattern SUM = Pattern.compile(" +(ul_\\d+) = (ul_\\d+) \\+ \\w+;");
  private static final Pattern ARGUMENT = Pattern.compile("__global uchar \\*(\\w+)[,)]");
  private static final Pattern EXTREME =
      Pattern.compile("\\b(min|max)\\((i_\\d+|-?\\d+), (i_\\d+|-?\\d+)\\)");

  private VectorText() {}

  /** The kernel with addresses as pointers, and {@code INDEX} for the type of its indexes. */
  static List<String> rewrite(List<String> lines) {
    Set<String> pointers = pointers(lines);
    List<String> rewritten = new ArrayList<>();
    for (String line : lines) {
      Matcher declaration = KernelText.DECLARATION.matcher(line);
      Matcher base = BASE.matcher(line);
      if (declaration.matches()) {
        rewritten.addAll(
            declarations(declaration.group(1), declaration.group(2).split(", "), pointers));
      } else if (base.matches() && pointers.contains(base.group(1))) {
        rewritten.add(line.replace("(ulong) ", ""));
      } else {
        // OpenCL's are overloaded, and do not choose between the types of two arguments.
        rewritten.add(EXTREME.matcher(line).replaceAll("$1((INDEX) $2, (INDEX) $3)"));
      }
    }
    return rewritten;
  }

  /** Variables that hold the address of an argument, or one at some distance from it. */
  private static Set<String> pointers(List<String> lines) {
    Set<String> arguments =
        lines.stream()
            .flatMap(line -> ARGUMENT.matcher(line).results())
            .map(argument -> argument.group(1))
            .collect(Collectors.toSet());
    Set<String> pointers = new HashSet<>();
    for (String line : lines) {
      Matcher base = BASE.matcher(line);
      Matcher sum = SUM.matcher(line);
      if (base.matches() && arguments.contains(base.group(2))) {
        pointers.add(base.group(1));
      } else if (sum.matches() && pointers.contains(sum.group(2))) {
        pointers.add(sum.group(1));
      }
    }
    return pointers;
  }

  private static List<String> declarations(String type, String[] names, Set<String> pointers) {
    return switch (type) {
      case "int" -> List.of("  INDEX %s;".formatted(String.join(", ", names)));
      case "ulong" -> {
        String addresses =
            Stream.of(names)
                .filter(pointers::contains)
                .map("*"::concat)
                .collect(Collectors.joining(", "));
        String numbers =
            Stream.of(names)
                .filter(name -> !pointers.contains(name))
                .collect(Collectors.joining(", "));
        yield Stream.of("  __global uchar " + addresses, "  ulong " + numbers)
            .filter(line -> !line.endsWith(" "))
            .map(line -> line + ";")
            .toList();
      }
      default -> List.of("  %s %s;".formatted(type, String.join(", ", names)));
    };
  }
}
