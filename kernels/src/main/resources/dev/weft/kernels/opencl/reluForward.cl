// dev.weft.kernels.relu.ReluKernels.reluForward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 87b4c188d2d2f0a2bcfdb9f751f4fd5c55e405e03526e718670adc387abbb4e3

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void reluForward(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict y,
    __global uchar *restrict shape)
{
  INDEX i_6, i_8, i_10, i_11, i_12, i_20;
  __global uchar *ul_0, *ul_1, *ul_16, *ul_24;
  float f_17, f_19;
  int i_4, i_18;
  ul_0 = x;
  ul_1 = y;
  i_4 = SHAPE(0);
  i_6 = SHAPE(1);
  i_8 = SHAPE(2);
  i_10 = get_global_id(0);
  i_11 = i_10;
  if(i_11 < i_4)
  {
    i_12 = i_6 + i_11;
    ul_16 = ul_0 + ((long) i_12 << 2) + 16L;
    f_17 = *((__global float *) ul_16);
    i_18 = isless(f_17, 0.0F);
    if(i_18 == 1)
    {
      f_19 = 0.0F;
    }
    else
    {
      f_19 = f_17;
    }
    i_20 = i_8 + i_11;
    ul_24 = ul_1 + ((long) i_20 << 2) + 16L;
    *((__global float *) ul_24) = f_19;
  }
  return;
}
