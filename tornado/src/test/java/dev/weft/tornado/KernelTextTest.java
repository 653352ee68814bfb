package dev.weft.tornado;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of the text that TornadoVM prints. */
final class KernelTextTest {
  private static final String PRINTED =
      """
      #pragma OPENCL EXTENSION cl_khr_fp64 : enable \s
      #pragma OPENCL EXTENSION cl_khr_fp16 : enable \s
      __kernel void root(__global long *_kernel_context, __global uchar *x, __global uchar *shape)
      {
        ulong ul_10, ul_2, ul_0, ul_1, ul_7;\s
        double d_12, d_9;\s
        int i_3, i_5, i_6, i_8, i_13, i_14;\s

        // BLOCK 0
        ul_0  =  (ulong) x;
        ul_1  =  (ulong) shape;
        ul_2  =  ul_1 + 20L;
        i_3  =  *((__global int *) ul_2);
        ul_10  =  ul_0 + 16L;
        i_5  =  *((__global int *) ul_10);
        i_14  =  max(i_5, 7);
        ul_7  =  i_14 & 255UL;
        i_6  =  get_global_size(0);
        i_8  =  get_global_id(0);
        i_13  =  i_8;
        // BLOCK 1 MERGES [0 2 ]
        for(;i_13 < i_3;)
        {
          d_9  =  (double) ul_7;
          d_12  =  native_sqrt(d_9);
          i_15  =  i_6 + i_13;
          i_13  =  i_15;
        }  // B1
        return;
      }  //  kernel
      """;

  @Test
  void kernelBecomesReadable() {
    assertEquals(
        """
        #pragma OPENCL EXTENSION cl_khr_fp64 : enable
        __kernel void root(__global long *_kernel_context,
            __global uchar *restrict x,
            __global uchar *restrict shape)
        {
          __global uchar *ul_0, *ul_10;
          double d_9, d_12;
          int i_3, i_5, i_8, i_13, i_14;
          ulong ul_7;
          ul_0 = x;
          i_3 = SHAPE(1);
          ul_10 = ul_0 + 16L;
          i_5 = *((__global int *) ul_10);
          i_14 = max((INDEX) i_5, (INDEX) 7);
          ul_7 = i_14 & 255UL;
          i_8 = get_global_id(0);
          i_13 = i_8;
          if(i_13 < i_3)
          {
            d_9 = (double) ul_7;
            d_12 = sqrt(d_9);
          }
          return;
        }
        """,
        KernelText.readable(PRINTED));
  }

  @Test
  void orderOfDeclarationsDoesNotCount() {
    assertEquals(
        KernelText.readable(PRINTED),
        KernelText.readable(
            PRINTED.replace("d_12, d_9", "d_9, d_12").replace("i_3, i_5", "i_5, i_3")));
  }

  @Test
  void doublesAreEnabledOnlyWhereTheyAreUsed() {
    String text =
        KernelText.readable(PRINTED.replace("double", "float").replace("native_sqrt", "sqrt"));
    assertTrue(text.startsWith("__kernel void root("), text);
  }

  @Test
  void longDeclarationsAreWrapped() {
    List<String> names = IntStream.range(100, 140).mapToObj(i -> "f_" + i).toList();
    String text =
        KernelText.readable(
            PRINTED
                .replace("  int i_3", "  float %s;\n  int i_3".formatted(String.join(", ", names)))
                .replace("return;", String.join(" = ", names) + " = 0.0F;"));
    List<String> declarations = text.lines().filter(line -> line.matches(".* f_\\d+[,;]")).toList();
    assertEquals(
        "  float " + String.join(", ", names) + ";",
        String.join(" ", declarations).replaceAll(" {4,}", " "));
    assertTrue(declarations.stream().allMatch(line -> line.length() <= 100), text);
    assertTrue(declarations.size() > 1, text);
  }

  @Test
  void shapeThatIsNotLoadedElementByElementIsRejected() {
    rejects(PRINTED.replace("ul_2  =  ul_1 + 20L", "ul_2  =  ul_1 + l_7"));
    rejects(PRINTED.replace("(double) ul_7", "(double) ul_1"));
    rejects(PRINTED.replace("(double) ul_7", "(double) ul_2"));
  }

  @Test
  void shapeThatIsBakedInIsRejected() {
    rejects(PRINTED.replace("*((__global int *) ul_2)", "28").replace("ul_1 + 20L", "0L"));
  }

  @Test
  void kernelWithoutOneParallelLoopIsRejected() {
    rejects(PRINTED.replace("i_13  =  i_8", "i_13  =  0"));
    rejects(PRINTED.replace("get_global_size(0)", "3"));
    rejects(PRINTED.replace("i_15  =  i_6 + i_13", "i_15  =  i_13 + 1"));
    rejects(PRINTED.replace("i_13 < i_3", "i_3 < i_13"));
  }

  @Test
  void textWithoutAKernelIsRejected() {
    rejects("");
    rejects("WARNING: nothing");
  }

  private static void rejects(String printed) {
    assertThrows(IllegalArgumentException.class, () -> KernelText.readable(printed));
  }
}
