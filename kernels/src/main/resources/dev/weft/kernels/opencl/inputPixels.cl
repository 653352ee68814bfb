// dev.weft.kernels.input.InputKernels.inputPixels
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 05c8772028c5eb905406ddafb6bbba5d0bc6e96d5e90ff3c2b0944284d904485

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void inputPixels(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *images,
    __global uchar *order,
    __global uchar *state,
    __global uchar *x,
    __global uchar *shape)
{
  INDEX i_6, i_8, i_10, i_12, i_14, i_16, i_18, i_19, i_28, i_30, i_31, i_32, i_33, i_34, i_35,
      i_36, i_38, i_39, i_40, i_45, i_46, i_47, i_48, i_49, i_50, i_55, i_57, i_58, i_59, i_60,
      i_64;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_23, *ul_27, *ul_44, *ul_54, *ul_68;
  bool b_37, b_56;
  float f_61, f_62, f_63;
  long l_20, l_21, l_22, l_24, l_25, l_26, l_41, l_42, l_43, l_51, l_52, l_53, l_65, l_66, l_67;
  ul_0 = images;
  ul_1 = order;
  ul_2 = state;
  ul_3 = x;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  i_16 = SHAPE(5);
  i_18 = SHAPE(6);
  i_19 = i_16 + 2;
  l_20 = (long) i_19;
  l_21 = l_20 << 2;
  l_22 = l_21 + 16L;
  ul_23 = ul_2 + l_22;
  l_24 = (long) i_16;
  l_25 = l_24 << 2;
  l_26 = l_25 + 16L;
  ul_27 = ul_2 + l_26;
  i_28 = i_6 * i_8;
  i_30 = get_global_id(0);
  i_31 = i_30;
  if(i_31 < i_28)
  {
    i_32 = *((__global int *) ul_27);
    i_33 = *((__global int *) ul_23);
    i_34 = i_31 / i_8;
    i_35 = i_32 * i_6;
    i_36 = i_33 - i_35;
    b_37 = i_34 < i_36;
    if(b_37)
    {
      i_38 = i_35 + i_34;
      i_39 = i_38;
    }
    else
    {
      i_39 = 0;
    }
    i_40 = i_39 + i_14;
    l_41 = (long) i_40;
    l_42 = l_41 << 2;
    l_43 = l_42 + 16L;
    ul_44 = ul_1 + l_43;
    i_45 = *((__global int *) ul_44);
    i_46 = i_10 * i_45;
    i_47 = i_46 + i_12;
    i_48 = i_31 % i_8;
    i_49 = i_48 >> 2;
    i_50 = i_47 + i_49;
    l_51 = (long) i_50;
    l_52 = l_51 << 2;
    l_53 = l_52 + 16L;
    ul_54 = ul_0 + l_53;
    i_55 = *((__global int *) ul_54);
    b_56 = i_34 < i_36;
    if(b_56)
    {
      i_57 = i_48 & 3;
      i_58 = i_57 << 3;
      i_59 = i_55 >> i_58;
      i_60 = i_59 & 255;
      f_61 = (float) i_60;
      f_62 = f_61 * 0.003921569F;
      f_63 = f_62;
    }
    else
    {
      f_63 = 0.0F;
    }
    i_64 = i_18 + i_31;
    l_65 = (long) i_64;
    l_66 = l_65 << 2;
    l_67 = l_66 + 16L;
    ul_68 = ul_3 + l_67;
    *((__global float *) ul_68) = f_63;
  }
  return;
}
