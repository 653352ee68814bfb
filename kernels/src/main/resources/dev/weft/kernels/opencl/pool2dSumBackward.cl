// dev.weft.kernels.pool2d.Pool2dKernels.pool2dSumBackward
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 eb4b1d8ba53ab3d14a001c5c3466c8ee3cd195395d3954f637057dc49af917ef

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void pool2dSumBackward(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict dy,
    __global uchar *restrict x,
    __global uchar *restrict dx,
    __global uchar *restrict scale,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_14, i_16, i_18, i_20, i_22, i_24, i_26, i_32, i_33, i_34, i_35, i_36,
      i_37, i_38, i_39, i_42, i_43, i_44, i_45, i_46, i_49, i_50, i_51, i_52, i_54, i_55, i_56,
      i_58, i_59, i_60, i_61, i_62, i_69, i_70, i_72, i_83;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_66, *ul_76, *ul_79, *ul_87;
  bool b_71;
  float f_53, f_57, f_67, f_68, f_77, f_80, f_81, f_82;
  int i_6, i_28, i_29, i_30, i_40, i_41, i_47, i_48, i_78;
  ul_0 = dy;
  ul_1 = x;
  ul_2 = dx;
  ul_3 = scale;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  i_16 = SHAPE(5);
  i_18 = SHAPE(6);
  i_20 = SHAPE(7);
  i_22 = SHAPE(8);
  i_24 = SHAPE(9);
  i_26 = SHAPE(10);
  i_28 = SHAPE(11);
  i_29 = i_20 + -1;
  i_30 = i_18 + -1;
  i_32 = get_global_id(0);
  i_33 = i_32;
  if(i_33 < i_6)
  {
    i_34 = i_33 / i_12;
    i_35 = i_34 / i_10;
    i_36 = i_35 / i_8;
    i_37 = i_36 * i_18;
    i_38 = i_33 % i_12;
    i_39 = i_34 % i_10;
    i_40 = i_39 / i_16;
    i_41 = min((INDEX) i_40, (INDEX) i_29);
    i_42 = i_39 - i_14;
    i_43 = i_42 + i_16;
    i_44 = max((INDEX) 0, (INDEX) i_43);
    i_45 = i_44 / i_16;
    i_46 = i_35 % i_8;
    i_47 = i_46 / i_16;
    i_48 = min((INDEX) i_47, (INDEX) i_30);
    i_49 = i_46 - i_14;
    i_50 = i_49 + i_16;
    i_51 = max((INDEX) 0, (INDEX) i_50);
    i_52 = i_51 / i_16;
    f_53 = 0.0F;
    i_54 = i_52;
    for(;i_48 >= i_54;)
    {
      i_55 = i_37 + i_54;
      i_56 = i_55 * i_20;
      f_57 = f_53;
      i_58 = i_45;
      for(;i_41 >= i_58;)
      {
        i_59 = i_56 + i_58;
        i_60 = i_59 * i_12;
        i_61 = i_60 + i_22;
        i_62 = i_61 + i_38;
        ul_66 = ul_0 + ((long) i_62 << 2) + 16L;
        f_67 = *((__global float *) ul_66);
        f_68 = f_67 + f_57;
        i_69 = i_58 + 1;
        f_57 = f_68;
        i_58 = i_69;
      }
      i_70 = i_54 + 1;
      f_53 = f_57;
      i_54 = i_70;
    }
    b_71 = i_28 == 0;
    if(b_71)
    {
      ul_79 = ul_3 + 16L;
      f_80 = *((__global float *) ul_79);
      f_81 = f_80 * f_53;
      f_82 = f_81;
    }
    else
    {
      i_72 = i_24 + i_33;
      ul_76 = ul_1 + ((long) i_72 << 2) + 16L;
      f_77 = *((__global float *) ul_76);
      i_78 = isless(0.0F, f_77);
      if(i_78 == 1)
      {
        ul_79 = ul_3 + 16L;
        f_80 = *((__global float *) ul_79);
        f_81 = f_80 * f_53;
        f_82 = f_81;
      }
      else
      {
        f_82 = 0.0F;
      }
    }
    i_83 = i_26 + i_33;
    ul_87 = ul_2 + ((long) i_83 << 2) + 16L;
    *((__global float *) ul_87) = f_82;
  }
  return;
}
