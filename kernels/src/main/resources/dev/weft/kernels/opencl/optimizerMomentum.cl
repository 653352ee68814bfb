// dev.weft.kernels.optimizer.OptimizerKernels.optimizerMomentum
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 221851f446590a63f0150892fe3ed38b4b9c1d8d56e77fe44bca59b71d464dad

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void optimizerMomentum(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict grads,
    __global uchar *restrict params,
    __global uchar *restrict velocity,
    __global uchar *restrict reals,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_18, i_19, i_20, i_26, i_35;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_13, *ul_15, *ul_24, *ul_30, *ul_39;
  float f_14, f_16, f_25, f_31, f_32, f_33, f_34, f_40, f_41;
  int i_6;
  ul_0 = grads;
  ul_1 = params;
  ul_2 = velocity;
  ul_3 = reals;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  ul_13 = ul_3 + 16L;
  f_14 = *((__global float *) ul_13);
  ul_15 = ul_3 + 20L;
  f_16 = *((__global float *) ul_15);
  i_18 = get_global_id(0);
  i_19 = i_18;
  if(i_19 < i_6)
  {
    i_20 = i_12 + i_19;
    ul_24 = ul_2 + ((long) i_20 << 2) + 16L;
    f_25 = *((__global float *) ul_24);
    i_26 = i_8 + i_19;
    ul_30 = ul_0 + ((long) i_26 << 2) + 16L;
    f_31 = *((__global float *) ul_30);
    f_32 = f_16 * f_25;
    f_33 = f_14 * f_31;
    f_34 = f_32 - f_33;
    *((__global float *) ul_24) = f_34;
    i_35 = i_10 + i_19;
    ul_39 = ul_1 + ((long) i_35 << 2) + 16L;
    f_40 = *((__global float *) ul_39);
    f_41 = f_34 + f_40;
    *((__global float *) ul_39) = f_41;
  }
  return;
}
