// dev.weft.kernels.conv2d.BorderKernels.conv2dSpread
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 ace7ab947fa3ca4f11a1e1fb81c70739ab2a6eee30ff479d5adeeb34cb7939db

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void conv2dSpread(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict bordered,
    __global uchar *restrict shape)
{
  INDEX i_6, i_8, i_10, i_12, i_14, i_16, i_18, i_20, i_22, i_24, i_25, i_26, i_28, i_29, i_30,
      i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_43, i_44, i_45,
      i_46, i_47, i_48, i_49, i_50;
  __global uchar *ul_0, *ul_1, *ul_54, *ul_65;
  bool b_57, b_58, b_61;
  float f_55, f_59;
  int i_4, i_56, i_60;
  ul_0 = x;
  ul_1 = bordered;
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
  i_24 = SHAPE(10);
  i_25 = i_8 + -1;
  i_26 = i_6 + -1;
  i_28 = get_global_id(0);
  i_29 = i_28;
  if(i_29 < i_4)
  {
    i_30 = i_29 % i_22;
    i_31 = i_30 - i_18;
    i_32 = max((INDEX) i_31, (INDEX) 0);
    i_33 = i_32 / i_10;
    i_34 = i_33 / i_14;
    i_35 = min((INDEX) i_34, (INDEX) i_25);
    i_36 = i_29 / i_22;
    i_37 = i_36 % i_20;
    i_38 = i_37 - i_16;
    i_39 = max((INDEX) i_38, (INDEX) 0);
    i_40 = i_39 / i_12;
    i_41 = min((INDEX) i_40, (INDEX) i_26);
    i_42 = i_36 / i_20;
    i_43 = i_42 * i_6;
    i_44 = i_41 + i_43;
    i_45 = i_44 * i_8;
    i_46 = i_35 + i_45;
    i_47 = i_46 * i_10;
    i_48 = i_47 + i_24;
    i_49 = i_32 % i_10;
    i_50 = i_48 + i_49;
    ul_54 = ul_0 + ((long) i_50 << 2) + 16L;
    f_55 = *((__global float *) ul_54);
    i_56 = i_41 * i_12;
    b_57 = i_38 == i_56;
    if(b_57)
    {
      b_58 = i_31 < 0;
      if(b_58)
      {
        f_59 = 0.0F;
      }
      else
      {
        i_60 = i_35 * i_14;
        b_61 = i_60 == i_33;
        if(b_61)
        {
          f_59 = f_55;
        }
        else
        {
          f_59 = 0.0F;
        }
      }
    }
    else
    {
      f_59 = 0.0F;
    }
    ul_65 = ul_1 + ((long) i_29 << 2) + 16L;
    *((__global float *) ul_65) = f_59;
  }
  return;
}
