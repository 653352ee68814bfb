// dev.weft.kernels.pool2d.Pool2dKernels.pool2dMaxForward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 87b1f2bfd39e68081ff7a3f6b1f1f692de5c01a9df5a1558509821be28ad0b74

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void pool2dMaxForward(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict y,
    __global uchar *restrict shape)
{
  INDEX i_6, i_8, i_10, i_14, i_16, i_18, i_20, i_22, i_24, i_25, i_26, i_27, i_28, i_29, i_30,
      i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_47, i_48, i_50, i_51, i_52,
      i_53, i_59, i_62, i_63, i_64;
  __global uchar *ul_0, *ul_1, *ul_44, *ul_57, *ul_68;
  float f_45, f_46, f_49, f_58, f_61;
  int i_4, i_12, i_60;
  ul_0 = x;
  ul_1 = y;
  i_4 = SHAPE(0);
  i_6 = SHAPE(1);
  i_8 = SHAPE(2);
  i_10 = SHAPE(3);
  i_12 = SHAPE(4);
  i_14 = SHAPE(5);
  i_16 = SHAPE(6);
  i_18 = SHAPE(7);
  i_20 = SHAPE(8);
  i_22 = SHAPE(9);
  i_24 = get_global_id(0);
  i_25 = i_24;
  if(i_25 < i_4)
  {
    i_26 = i_25 / i_10;
    i_27 = i_26 / i_18;
    i_28 = i_27 / i_16;
    i_29 = i_6 * i_28;
    i_30 = i_27 % i_16;
    i_31 = i_14 * i_30;
    i_32 = i_29 + i_31;
    i_33 = i_32 * i_8;
    i_34 = i_26 % i_18;
    i_35 = i_34 * i_14;
    i_36 = i_33 + i_35;
    i_37 = i_36 * i_10;
    i_38 = i_37 + i_20;
    i_39 = i_25 % i_10;
    i_40 = i_38 + i_39;
    ul_44 = ul_0 + ((long) i_40 << 2) + 16L;
    f_45 = *((__global float *) ul_44);
    f_46 = f_45;
    i_47 = 0;
    for(;i_47 < i_12;)
    {
      i_48 = i_47 * i_8;
      f_49 = f_46;
      i_50 = 0;
      for(;i_50 < i_12;)
      {
        i_51 = i_48 + i_50;
        i_52 = i_51 * i_10;
        i_53 = i_52 + i_40;
        ul_57 = ul_0 + ((long) i_53 << 2) + 16L;
        f_58 = *((__global float *) ul_57);
        i_59 = i_50 + 1;
        i_60 = isless(f_49, f_58);
        if(i_60 == 1)
        {
          f_61 = f_58;
        }
        else
        {
          f_61 = f_49;
        }
        i_62 = i_59;
        f_49 = f_61;
        i_50 = i_62;
      }
      i_63 = i_47 + 1;
      f_46 = f_49;
      i_47 = i_63;
    }
    i_64 = i_22 + i_25;
    ul_68 = ul_1 + ((long) i_64 << 2) + 16L;
    *((__global float *) ul_68) = f_46;
  }
  return;
}
