// dev.weft.kernels.softmax.SoftmaxKernels.softmaxTotal
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 6dae2d6d513d48161d0d56895f06aaac7ab5d2a00dd8c3e22ef4659babfa340d

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void softmaxTotal(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict loss,
    __global uchar *restrict hit,
    __global uchar *restrict state,
    __global uchar *restrict totals,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_14, i_48, i_49, i_55, i_63;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_19, *ul_24, *ul_29, *ul_33, *ul_37, *ul_42, *ul_53,
      *ul_59;
  bool b_77;
  float f_46, f_47, f_54, f_60, f_61, f_62, f_66, f_67, f_68, f_69, f_70, f_75, f_76, f_78, f_79;
  int i_6, i_44, i_45, i_64, i_65, i_71, i_72, i_73, i_74;
  ul_0 = loss;
  ul_1 = hit;
  ul_2 = state;
  ul_3 = totals;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  ul_19 = ul_3 + ((long) i_14 << 2) + 28L;
  ul_24 = ul_3 + ((long) i_14 << 2) + 24L;
  ul_29 = ul_3 + ((long) i_14 << 2) + 20L;
  ul_33 = ul_3 + ((long) i_14 << 2) + 16L;
  ul_37 = ul_2 + ((long) i_12 << 2) + 16L;
  ul_42 = ul_2 + ((long) i_12 << 2) + 24L;
  i_44 = get_global_id(0);
  i_45 = i_44;
  if(i_45 < 1)
  {
    f_46 = 0.0F;
    f_47 = 0.0F;
    i_48 = 0;
    for(;i_48 < i_6;)
    {
      i_49 = i_8 + i_48;
      ul_53 = ul_0 + ((long) i_49 << 2) + 16L;
      f_54 = *((__global float *) ul_53);
      i_55 = i_10 + i_48;
      ul_59 = ul_1 + ((long) i_55 << 2) + 16L;
      f_60 = *((__global float *) ul_59);
      f_61 = f_47 + f_60;
      f_62 = f_46 + f_54;
      i_63 = i_48 + 1;
      f_46 = f_62;
      f_47 = f_61;
      i_48 = i_63;
    }
    i_64 = *((__global int *) ul_42);
    i_65 = *((__global int *) ul_37);
    f_66 = *((__global float *) ul_33);
    f_67 = f_66 + f_46;
    *((__global float *) ul_33) = f_67;
    f_68 = *((__global float *) ul_29);
    f_69 = f_68 + f_47;
    *((__global float *) ul_29) = f_69;
    f_70 = *((__global float *) ul_24);
    i_71 = i_65 * i_6;
    i_72 = i_64 - i_71;
    i_73 = min((INDEX) i_6, (INDEX) i_72);
    i_74 = max((INDEX) 0, (INDEX) i_73);
    f_75 = (float) i_74;
    f_76 = f_70 + f_75;
    *((__global float *) ul_24) = f_76;
    b_77 = i_74 < 1;
    if(b_77)
    {
      f_78 = 0.0F;
    }
    else
    {
      f_79 = f_46 / f_75;
      f_78 = f_79;
    }
    *((__global float *) ul_19) = f_78;
  }
  return;
}
