// dev.weft.kernels.dense.DenseKernels.denseBackwardData
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 a2f1715cf1074f367fec22117fd013f3041fffa0de60e5fd8d61facd665cf07a

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void denseBackwardData(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict dy,
    __global uchar *restrict w,
    __global uchar *restrict x,
    __global uchar *restrict dx,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_14, i_16, i_18, i_23, i_24, i_25, i_26, i_27, i_28, i_29, i_30, i_32,
      i_33, i_39, i_47, i_50, i_57;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_37, *ul_43, *ul_54, *ul_61;
  bool b_48;
  float f_31, f_38, f_44, f_45, f_46, f_49, f_55;
  int i_6, i_20, i_21, i_56;
  ul_0 = dy;
  ul_1 = w;
  ul_2 = x;
  ul_3 = dx;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  i_16 = SHAPE(5);
  i_18 = SHAPE(6);
  i_20 = SHAPE(7);
  i_21 = i_6 * i_8;
  i_23 = get_global_id(0);
  i_24 = i_23;
  if(i_24 < i_21)
  {
    i_25 = i_24 % i_8;
    i_26 = i_10 * i_25;
    i_27 = i_26 + i_14;
    i_28 = i_24 / i_8;
    i_29 = i_28 * i_10;
    i_30 = i_29 + i_12;
    f_31 = 0.0F;
    i_32 = 0;
    for(;i_32 < i_10;)
    {
      i_33 = i_30 + i_32;
      ul_37 = ul_0 + ((long) i_33 << 2) + 16L;
      f_38 = *((__global float *) ul_37);
      i_39 = i_27 + i_32;
      ul_43 = ul_1 + ((long) i_39 << 2) + 16L;
      f_44 = *((__global float *) ul_43);
      f_45 = f_38 * f_44;
      f_46 = f_31 + f_45;
      i_47 = i_32 + 1;
      f_31 = f_46;
      i_32 = i_47;
    }
    b_48 = i_20 == 0;
    if(b_48)
    {
      f_49 = f_31;
    }
    else
    {
      i_50 = i_16 + i_24;
      ul_54 = ul_2 + ((long) i_50 << 2) + 16L;
      f_55 = *((__global float *) ul_54);
      i_56 = isless(0.0F, f_55);
      if(i_56 == 1)
      {
        f_49 = f_31;
      }
      else
      {
        f_49 = 0.0F;
      }
    }
    i_57 = i_18 + i_24;
    ul_61 = ul_3 + ((long) i_57 << 2) + 16L;
    *((__global float *) ul_61) = f_49;
  }
  return;
}
