// dev.weft.kernels.conv2d.Conv2dFilterTiles.conv2dFilterSums
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 fc2b48698c1e70a9c6eb712a70637e7502c59ab8060a00be6e128379aea0701c

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void conv2dFilterSums(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict sums,
    __global uchar *restrict out,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_14, i_16, i_18, i_19, i_20, i_21, i_24, i_25, i_26, i_27, i_28, i_29,
      i_30, i_31, i_32, i_33, i_34, i_36, i_37, i_38, i_45, i_46;
  __global uchar *ul_0, *ul_1, *ul_42, *ul_50;
  float f_35, f_43, f_44;
  int i_4, i_6, i_22;
  ul_0 = sums;
  ul_1 = out;
  i_4 = SHAPE(0);
  i_6 = SHAPE(1);
  i_8 = SHAPE(2);
  i_10 = SHAPE(3);
  i_12 = SHAPE(4);
  i_14 = SHAPE(5);
  i_16 = SHAPE(6);
  i_18 = SHAPE(7);
  i_19 = i_10 * i_14;
  i_20 = i_19 + 1;
  i_21 = i_20 * i_8;
  i_22 = i_4 * i_8;
  i_24 = get_global_id(0);
  i_25 = i_24;
  if(i_25 < i_22)
  {
    i_26 = i_25 / i_8;
    i_27 = i_26 / i_12;
    i_28 = i_27 * i_14;
    i_29 = i_26 % i_12;
    i_30 = i_28 + i_29;
    i_31 = i_30 * i_8;
    i_32 = i_31 + i_16;
    i_33 = i_25 % i_8;
    i_34 = i_32 + i_33;
    f_35 = 0.0F;
    i_36 = 0;
    for(;i_36 < i_6;)
    {
      i_37 = i_21 * i_36;
      i_38 = i_34 + i_37;
      ul_42 = ul_0 + ((long) i_38 << 2) + 16L;
      f_43 = *((__global float *) ul_42);
      f_44 = f_35 + f_43;
      i_45 = i_36 + 1;
      f_35 = f_44;
      i_36 = i_45;
    }
    i_46 = i_18 + i_25;
    ul_50 = ul_1 + ((long) i_46 << 2) + 16L;
    *((__global float *) ul_50) = f_35;
  }
  return;
}
