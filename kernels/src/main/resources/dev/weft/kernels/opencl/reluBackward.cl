// dev.weft.kernels.relu.ReluKernels.reluBackward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 a55b0fddf16b38829661113b952acd62a38f593226484cd7333c1a346355721e

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void reluBackward(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict y,
    __global uchar *restrict dy,
    __global uchar *restrict dx,
    __global uchar *restrict shape)
{
  INDEX i_7, i_9, i_11, i_13, i_14, i_15, i_22, i_29;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_19, *ul_26, *ul_33;
  float f_20, f_27, f_28;
  int i_5, i_21;
  ul_0 = y;
  ul_1 = dy;
  ul_2 = dx;
  i_5 = SHAPE(0);
  i_7 = SHAPE(1);
  i_9 = SHAPE(2);
  i_11 = SHAPE(3);
  i_13 = get_global_id(0);
  i_14 = i_13;
  if(i_14 < i_5)
  {
    i_15 = i_7 + i_14;
    ul_19 = ul_0 + ((long) i_15 << 2) + 16L;
    f_20 = *((__global float *) ul_19);
    i_21 = isless(0.0F, f_20);
    if(i_21 == 1)
    {
      i_22 = i_9 + i_14;
      ul_26 = ul_1 + ((long) i_22 << 2) + 16L;
      f_27 = *((__global float *) ul_26);
      f_28 = f_27;
    }
    else
    {
      f_28 = 0.0F;
    }
    i_29 = i_11 + i_14;
    ul_33 = ul_2 + ((long) i_29 << 2) + 16L;
    *((__global float *) ul_33) = f_28;
  }
  return;
}
