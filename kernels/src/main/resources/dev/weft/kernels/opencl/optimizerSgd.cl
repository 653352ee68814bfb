// dev.weft.kernels.optimizer.OptimizerKernels.optimizerSgd
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 34b6f45bd4320625448115a5b3d7738cac0e4b170db9b58c2509616192c395ac

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void optimizerSgd(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict grads,
    __global uchar *restrict params,
    __global uchar *restrict reals,
    __global uchar *restrict shape)
{
  INDEX i_7, i_9, i_13, i_14, i_15, i_21;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_10, *ul_19, *ul_25;
  float f_11, f_20, f_26, f_27, f_28;
  int i_5;
  ul_0 = grads;
  ul_1 = params;
  ul_2 = reals;
  i_5 = SHAPE(0);
  i_7 = SHAPE(1);
  i_9 = SHAPE(2);
  ul_10 = ul_2 + 16L;
  f_11 = *((__global float *) ul_10);
  i_13 = get_global_id(0);
  i_14 = i_13;
  if(i_14 < i_5)
  {
    i_15 = i_9 + i_14;
    ul_19 = ul_1 + ((long) i_15 << 2) + 16L;
    f_20 = *((__global float *) ul_19);
    i_21 = i_7 + i_14;
    ul_25 = ul_0 + ((long) i_21 << 2) + 16L;
    f_26 = *((__global float *) ul_25);
    f_27 = f_11 * f_26;
    f_28 = f_20 - f_27;
    *((__global float *) ul_19) = f_28;
  }
  return;
}
