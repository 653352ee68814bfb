// dev.weft.kernels.dense.DenseKernels.denseForward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 66890d90f04cd8aff3426735deb2e884d5de5dda830a03752a14ada71d77e807

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void denseForward(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict w,
    __global uchar *restrict b,
    __global uchar *restrict y,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_14, i_16, i_18, i_23, i_24, i_25, i_26, i_32, i_33, i_34, i_36, i_37,
      i_43, i_44, i_45, i_53, i_58;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_30, *ul_41, *ul_49, *ul_62;
  bool b_56;
  float f_31, f_35, f_42, f_50, f_51, f_52, f_55, f_57;
  int i_6, i_20, i_21, i_54;
  ul_0 = x;
  ul_1 = w;
  ul_2 = b;
  ul_3 = y;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  i_16 = SHAPE(5);
  i_18 = SHAPE(6);
  i_20 = SHAPE(7);
  i_21 = i_6 * i_10;
  i_23 = get_global_id(0);
  i_24 = i_23;
  if(i_24 < i_21)
  {
    i_25 = i_24 % i_10;
    i_26 = i_16 + i_25;
    ul_30 = ul_2 + ((long) i_26 << 2) + 16L;
    f_31 = *((__global float *) ul_30);
    i_32 = i_24 / i_10;
    i_33 = i_8 * i_32;
    i_34 = i_33 + i_12;
    f_35 = f_31;
    i_36 = 0;
    for(;i_36 < i_8;)
    {
      i_37 = i_34 + i_36;
      ul_41 = ul_0 + ((long) i_37 << 2) + 16L;
      f_42 = *((__global float *) ul_41);
      i_43 = i_36 * i_10;
      i_44 = i_43 + i_14;
      i_45 = i_44 + i_25;
      ul_49 = ul_1 + ((long) i_45 << 2) + 16L;
      f_50 = *((__global float *) ul_49);
      f_51 = f_42 * f_50;
      f_52 = f_35 + f_51;
      i_53 = i_36 + 1;
      f_35 = f_52;
      i_36 = i_53;
    }
    i_54 = isless(f_35, 0.0F);
    if(i_54 == 1)
    {
      f_55 = 0.0F;
    }
    else
    {
      f_55 = f_35;
    }
    b_56 = i_20 == 1;
    if(b_56)
    {
      f_57 = f_55;
    }
    else
    {
      f_57 = f_35;
    }
    i_58 = i_18 + i_24;
    ul_62 = ul_3 + ((long) i_58 << 2) + 16L;
    *((__global float *) ul_62) = f_57;
  }
  return;
}
