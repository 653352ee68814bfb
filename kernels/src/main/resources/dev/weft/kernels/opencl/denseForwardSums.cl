// dev.weft.kernels.dense.DenseTiles.denseForwardSums
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 e733d9d8d02f5bfb891a8483d7c61e15ae482a94f6d77dea694129088104d299

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void denseForwardSums(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict sums,
    __global uchar *restrict b,
    __global uchar *restrict y,
    __global uchar *restrict shape)
{
  INDEX i_7, i_9, i_11, i_13, i_16, i_18, i_19, i_20, i_21, i_28, i_29, i_30, i_37, i_41;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_25, *ul_34, *ul_45;
  bool b_38;
  float f_26, f_27, f_35, f_36, f_39, f_40;
  int i_5, i_15;
  ul_0 = sums;
  ul_1 = b;
  ul_2 = y;
  i_5 = SHAPE(0);
  i_7 = SHAPE(1);
  i_9 = SHAPE(2);
  i_11 = SHAPE(3);
  i_13 = SHAPE(4);
  i_15 = SHAPE(5);
  i_16 = i_7 * i_9;
  i_18 = get_global_id(0);
  i_19 = i_18;
  if(i_19 < i_16)
  {
    i_20 = i_19 % i_9;
    i_21 = i_11 + i_20;
    ul_25 = ul_1 + ((long) i_21 << 2) + 16L;
    f_26 = *((__global float *) ul_25);
    f_27 = f_26;
    i_28 = 0;
    for(;i_28 < i_5;)
    {
      i_29 = i_16 * i_28;
      i_30 = i_29 + i_19;
      ul_34 = ul_0 + ((long) i_30 << 2) + 16L;
      f_35 = *((__global float *) ul_34);
      f_36 = f_27 + f_35;
      i_37 = i_28 + 1;
      f_27 = f_36;
      i_28 = i_37;
    }
    b_38 = i_15 == 1;
    if(b_38)
    {
      f_39 = fmax(f_27, 0.0F);
      f_40 = f_39;
    }
    else
    {
      f_40 = f_27;
    }
    i_41 = i_13 + i_19;
    ul_45 = ul_2 + ((long) i_41 << 2) + 16L;
    *((__global float *) ul_45) = f_40;
  }
  return;
}
