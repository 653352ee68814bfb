// dev.weft.kernels.softmax.SoftmaxKernels.softmaxBackward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 a8c11b2b0effac9ffe81fbd1450020ca7dc618a24c61d80db96e4d324dc77a9c

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void softmaxBackward(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict probabilities,
    __global uchar *restrict target,
    __global uchar *restrict state,
    __global uchar *restrict dlogits,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_14, i_16, i_28, i_29, i_30, i_31, i_40, i_58;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_20, *ul_25, *ul_35, *ul_44, *ul_62;
  bool b_38, b_48;
  float f_39, f_45, f_49, f_50, f_56, f_57;
  int i_6, i_26, i_36, i_37, i_46, i_47, i_51, i_52, i_53, i_54, i_55;
  ul_0 = probabilities;
  ul_1 = target;
  ul_2 = state;
  ul_3 = dlogits;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  i_16 = SHAPE(5);
  ul_20 = ul_2 + ((long) i_14 << 2) + 16L;
  ul_25 = ul_2 + ((long) i_14 << 2) + 24L;
  i_26 = i_6 * i_8;
  i_28 = get_global_id(0);
  i_29 = i_28;
  if(i_29 < i_26)
  {
    i_30 = i_29 / i_8;
    i_31 = i_12 + i_30;
    ul_35 = ul_1 + ((long) i_31 << 2) + 16L;
    i_36 = *((__global int *) ul_35);
    i_37 = i_29 % i_8;
    b_38 = i_36 == i_37;
    if(b_38)
    {
      f_39 = 1.0F;
    }
    else
    {
      f_39 = 0.0F;
    }
    i_40 = i_10 + i_29;
    ul_44 = ul_0 + ((long) i_40 << 2) + 16L;
    f_45 = *((__global float *) ul_44);
    i_46 = *((__global int *) ul_25);
    i_47 = *((__global int *) ul_20);
    b_48 = i_36 < 0;
    if(b_48)
    {
      f_49 = 0.0F;
    }
    else
    {
      f_50 = f_45 - f_39;
      i_51 = i_47 * i_6;
      i_52 = i_46 - i_51;
      i_53 = min((INDEX) i_6, (INDEX) i_52);
      i_54 = max((INDEX) 0, (INDEX) i_53);
      i_55 = max((INDEX) i_54, (INDEX) 1);
      f_56 = (float) i_55;
      f_57 = f_50 / f_56;
      f_49 = f_57;
    }
    i_58 = i_16 + i_29;
    ul_62 = ul_3 + ((long) i_58 << 2) + 16L;
    *((__global float *) ul_62) = f_49;
  }
  return;
}
