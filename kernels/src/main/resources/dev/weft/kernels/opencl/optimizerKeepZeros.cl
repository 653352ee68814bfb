// dev.weft.kernels.optimizer.OptimizerKernels.optimizerKeepZeros
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 85076388dfc5b9825c3004f2f4a58be6283a176e5e5d7a208aa9c23d8abb86ee

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void optimizerKeepZeros(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict w,
    __global uchar *restrict dw,
    __global uchar *restrict shape)
{
  INDEX i_6, i_8, i_10, i_11, i_12, i_18;
  __global uchar *ul_0, *ul_1, *ul_16, *ul_22;
  float f_17, f_24, f_25;
  int i_4, i_23;
  ul_0 = w;
  ul_1 = dw;
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
    i_18 = i_8 + i_11;
    ul_22 = ul_1 + ((long) i_18 << 2) + 16L;
    i_23 = isequal(f_17, 0.0F);
    if(i_23 == 1)
    {
      f_24 = 0.0F;
    }
    else
    {
      f_25 = *((__global float *) ul_22);
      f_24 = f_25;
    }
    *((__global float *) ul_22) = f_24;
  }
  return;
}
