// dev.weft.kernels.input.InputKernels.inputGather
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 1741d5997b78a48d573d71296e89a30da1511af8e90ef4e76425bb8e88b0accd

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void inputGather(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict images,
    __global uchar *restrict labels,
    __global uchar *restrict order,
    __global uchar *restrict state,
    __global uchar *restrict x,
    __global uchar *restrict target,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_14, i_16, i_18, i_20, i_22, i_24, i_29, i_36, i_39, i_41, i_42, i_43,
      i_45, i_46, i_47, i_52, i_53, i_59, i_60, i_61, i_62, i_68, i_69, i_78, i_79, i_80, i_85,
      i_86, i_95, i_100, i_101, i_110, i_115, i_116, i_125, i_132;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_4, *ul_5, *ul_28, *ul_34, *ul_51, *ul_57, *ul_66,
      *ul_84, *ul_99, *ul_114, *ul_129, *ul_136;
  bool b_44, b_70, b_87, b_102, b_117, b_130;
  float f_75, f_76, f_77, f_92, f_93, f_94, f_107, f_108, f_109, f_122, f_123, f_124;
  int i_35, i_37, i_38, i_58, i_67, i_71, i_72, i_73, i_74, i_88, i_89, i_90, i_91, i_103, i_104,
      i_105, i_106, i_118, i_119, i_120, i_121, i_131;
  ul_0 = images;
  ul_1 = labels;
  ul_2 = order;
  ul_3 = state;
  ul_4 = x;
  ul_5 = target;
  i_8 = SHAPE(0);
  i_10 = SHAPE(1);
  i_12 = SHAPE(2);
  i_14 = SHAPE(3);
  i_16 = SHAPE(4);
  i_18 = SHAPE(5);
  i_20 = SHAPE(6);
  i_22 = SHAPE(7);
  i_24 = SHAPE(8);
  ul_28 = ul_3 + ((long) i_20 << 2) + 16L;
  i_29 = *((__global int *) ul_28);
  ul_34 = ul_3 + ((long) i_20 << 2) + 24L;
  i_35 = *((__global int *) ul_34);
  i_36 = i_8 * i_29;
  i_37 = i_35 - i_36;
  i_38 = i_12 * i_8;
  i_39 = i_10 + -1;
  i_41 = get_global_id(0);
  i_42 = i_41;
  if(i_42 < i_38)
  {
    i_43 = i_42 / i_12;
    b_44 = i_43 < i_37;
    if(b_44)
    {
      i_45 = i_36 + i_43;
      i_46 = i_45;
    }
    else
    {
      i_46 = 0;
    }
    i_47 = i_46 + i_18;
    ul_51 = ul_2 + ((long) i_47 << 2) + 16L;
    i_52 = *((__global int *) ul_51);
    i_53 = i_16 + i_52;
    ul_57 = ul_1 + ((long) i_53 << 2) + 16L;
    i_58 = *((__global int *) ul_57);
    i_59 = i_12 * i_52;
    i_60 = i_59 + i_14;
    i_61 = i_42 % i_12;
    i_62 = i_60 + i_61;
    ul_66 = ul_0 + ((long) i_62 << 2) + 16L;
    i_67 = *((__global int *) ul_66);
    i_68 = i_61 << 2;
    i_69 = min((INDEX) i_68, (INDEX) i_39);
    b_70 = i_43 < i_37;
    if(b_70)
    {
      i_71 = i_69 & 3;
      i_72 = i_71 << 3;
      i_73 = i_67 >> i_72;
      i_74 = i_73 & 255;
      f_75 = (float) i_74;
      f_76 = f_75 * 0.003921569F;
      f_77 = f_76;
    }
    else
    {
      f_77 = 0.0F;
    }
    i_78 = i_10 * i_43;
    i_79 = i_78 + i_22;
    i_80 = i_79 + i_69;
    ul_84 = ul_4 + ((long) i_80 << 2) + 16L;
    *((__global float *) ul_84) = f_77;
    i_85 = i_68 + 1;
    i_86 = min((INDEX) i_85, (INDEX) i_39);
    b_87 = i_43 < i_37;
    if(b_87)
    {
      i_88 = i_86 & 3;
      i_89 = i_88 << 3;
      i_90 = i_67 >> i_89;
      i_91 = i_90 & 255;
      f_92 = (float) i_91;
      f_93 = f_92 * 0.003921569F;
      f_94 = f_93;
    }
    else
    {
      f_94 = 0.0F;
    }
    i_95 = i_79 + i_86;
    ul_99 = ul_4 + ((long) i_95 << 2) + 16L;
    *((__global float *) ul_99) = f_94;
    i_100 = i_68 + 2;
    i_101 = min((INDEX) i_100, (INDEX) i_39);
    b_102 = i_43 < i_37;
    if(b_102)
    {
      i_103 = i_101 & 3;
      i_104 = i_103 << 3;
      i_105 = i_67 >> i_104;
      i_106 = i_105 & 255;
      f_107 = (float) i_106;
      f_108 = f_107 * 0.003921569F;
      f_109 = f_108;
    }
    else
    {
      f_109 = 0.0F;
    }
    i_110 = i_79 + i_101;
    ul_114 = ul_4 + ((long) i_110 << 2) + 16L;
    *((__global float *) ul_114) = f_109;
    i_115 = i_68 + 3;
    i_116 = min((INDEX) i_115, (INDEX) i_39);
    b_117 = i_43 < i_37;
    if(b_117)
    {
      i_118 = i_116 & 3;
      i_119 = i_118 << 3;
      i_120 = i_67 >> i_119;
      i_121 = i_120 & 255;
      f_122 = (float) i_121;
      f_123 = f_122 * 0.003921569F;
      f_124 = f_123;
    }
    else
    {
      f_124 = 0.0F;
    }
    i_125 = i_79 + i_116;
    ul_129 = ul_4 + ((long) i_125 << 2) + 16L;
    *((__global float *) ul_129) = f_124;
    b_130 = i_43 < i_37;
    if(b_130)
    {
      i_131 = i_58;
    }
    else
    {
      i_131 = -1;
    }
    i_132 = i_24 + i_43;
    ul_136 = ul_5 + ((long) i_132 << 2) + 16L;
    *((__global int *) ul_136) = i_131;
  }
  return;
}
