// dev.weft.kernels.pool2d.Pool2dKernels.pool2dSumForward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 dd437069ed5affed326201f82d972134c19c990ec47d66753b13ab36a9d9109e

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void pool2dSumForward(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict y,
    __global uchar *restrict scale,
    __global uchar *restrict shape)
{
  INDEX i_7, i_9, i_11, i_15, i_17, i_19, i_21, i_23, i_26, i_27, i_28, i_29, i_30, i_31, i_32,
      i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_44, i_45, i_47, i_48, i_49,
      i_50, i_57, i_58, i_60;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_25, *ul_54, *ul_64;
  float f_43, f_46, f_55, f_56, f_59, f_65;
  int i_5, i_13;
  ul_0 = x;
  ul_1 = y;
  ul_2 = scale;
  i_5 = SHAPE(0);
  i_7 = SHAPE(1);
  i_9 = SHAPE(2);
  i_11 = SHAPE(3);
  i_13 = SHAPE(4);
  i_15 = SHAPE(5);
  i_17 = SHAPE(6);
  i_19 = SHAPE(7);
  i_21 = SHAPE(8);
  i_23 = SHAPE(9);
  ul_25 = ul_2 + 16L;
  i_26 = get_global_id(0);
  i_27 = i_26;
  if(i_27 < i_5)
  {
    i_28 = i_27 / i_11;
    i_29 = i_28 / i_19;
    i_30 = i_29 / i_17;
    i_31 = i_7 * i_30;
    i_32 = i_29 % i_17;
    i_33 = i_15 * i_32;
    i_34 = i_31 + i_33;
    i_35 = i_34 * i_9;
    i_36 = i_28 % i_19;
    i_37 = i_36 * i_15;
    i_38 = i_35 + i_37;
    i_39 = i_38 * i_11;
    i_40 = i_39 + i_21;
    i_41 = i_27 % i_11;
    i_42 = i_40 + i_41;
    f_43 = 0.0F;
    i_44 = 0;
    for(;i_44 < i_13;)
    {
      i_45 = i_44 * i_9;
      f_46 = f_43;
      i_47 = 0;
      for(;i_47 < i_13;)
      {
        i_48 = i_45 + i_47;
        i_49 = i_48 * i_11;
        i_50 = i_42 + i_49;
        ul_54 = ul_0 + ((long) i_50 << 2) + 16L;
        f_55 = *((__global float *) ul_54);
        f_56 = f_55 + f_46;
        i_57 = i_47 + 1;
        f_46 = f_56;
        i_47 = i_57;
      }
      i_58 = i_44 + 1;
      f_43 = f_46;
      i_44 = i_58;
    }
    f_59 = *((__global float *) ul_25);
    i_60 = i_23 + i_27;
    ul_64 = ul_1 + ((long) i_60 << 2) + 16L;
    f_65 = f_59 * f_43;
    *((__global float *) ul_64) = f_65;
  }
  return;
}
