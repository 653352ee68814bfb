// dev.weft.kernels.conv2d.Conv2dFilterTiles.conv2dFilterSums
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 e07286a9c8d71b5d9f0822d1a3deb18cf3d98b1bfd37cdcf73e2e7158a654cfd

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif

__kernel void conv2dFilterSums(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *sums,
    __global uchar *dw,
    __global uchar *db,
    __global uchar *shape)
{
  bool b_47;
  float f_35, f_43, f_44;
  int i_5, i_7, i_9, i_11, i_13, i_15, i_17, i_18, i_19, i_20, i_21, i_22, i_23, i_24, i_25, i_26,
      i_27, i_28, i_29, i_30, i_31, i_32, i_33, i_34, i_36, i_37, i_38, i_45, i_46, i_48, i_53,
      i_58;
  long l_39, l_40, l_41, l_49, l_50, l_51, l_54, l_55, l_56;
  ulong ul_0, ul_1, ul_2, ul_42, ul_52, ul_57;
  ul_0 = (ulong) sums;
  ul_1 = (ulong) dw;
  ul_2 = (ulong) db;
  i_5 = SHAPE(0);
  i_7 = SHAPE(1);
  i_9 = SHAPE(2);
  i_11 = SHAPE(3);
  i_13 = SHAPE(4);
  i_15 = SHAPE(5);
  i_17 = SHAPE(6);
  i_18 = i_9 * i_13;
  i_19 = i_18 + 1;
  i_20 = i_19 * i_7;
  i_21 = i_11 * i_9;
  i_22 = i_21 + 1;
  i_23 = i_22 * i_7;
  i_24 = get_global_size(0);
  i_25 = get_global_id(0);
  i_26 = i_25;
  for(;i_26 < i_23;)
  {
    i_27 = i_26 / i_7;
    i_28 = i_27 / i_11;
    i_29 = i_28 * i_13;
    i_30 = i_27 % i_11;
    i_31 = i_29 + i_30;
    i_32 = i_31 * i_7;
    i_33 = i_26 % i_7;
    i_34 = i_32 + i_33;
    f_35 = 0.0F;
    i_36 = 0;
    for(;i_36 < i_5;)
    {
      i_37 = i_20 * i_36;
      i_38 = i_34 + i_37;
      l_39 = (long) i_38;
      l_40 = l_39 << 2;
      l_41 = l_40 + 16L;
      ul_42 = ul_0 + l_41;
      f_43 = *((__global float *) ul_42);
      f_44 = f_35 + f_43;
      i_45 = i_36 + 1;
      f_35 = f_44;
      i_36 = i_45;
    }
    i_46 = i_24 + i_26;
    b_47 = i_27 < i_21;
    if(b_47)
    {
      i_48 = i_15 + i_26;
      l_49 = (long) i_48;
      l_50 = l_49 << 2;
      l_51 = l_50 + 16L;
      ul_52 = ul_1 + l_51;
      *((__global float *) ul_52) = f_35;
    }
    else
    {
      i_53 = i_17 + i_33;
      l_54 = (long) i_53;
      l_55 = l_54 << 2;
      l_56 = l_55 + 16L;
      ul_57 = ul_2 + l_56;
      *((__global float *) ul_57) = f_35;
    }
    i_58 = i_46;
    i_26 = i_58;
  }
  return;
}
