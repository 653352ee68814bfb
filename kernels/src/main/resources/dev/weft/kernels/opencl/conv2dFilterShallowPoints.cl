// dev.weft.kernels.conv2d.Conv2dFilterPoints.conv2dFilterShallowPoints
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 f1fdbc8df665373f0aa2e038afc2d1b563709ddf4b5d8e00d3a3ad18670a6550

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void conv2dFilterShallowPoints(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict dy,
    __global uchar *restrict sums,
    __global uchar *restrict shape)
{
  INDEX i_25, i_26, i_27, i_29, i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40,
      i_41, i_42, i_43, i_44, i_45, i_46, i_47, i_48, i_49, i_50, i_51, i_52, i_54, i_55, i_56,
      i_57, i_58, i_60, i_61, i_62, i_64, i_65, i_66, i_68, i_70, i_72, i_73, i_74, i_75, i_76,
      i_84, i_85, i_86, i_90, i_91, i_92, i_93, i_94, i_95, i_96, i_97, i_98, i_102, i_103, i_104,
      i_105, i_108, i_109, i_110, i_111, i_112, i_113, i_114, i_115, i_116, i_117, i_118, i_125,
      i_126, i_160, i_161, i_163, i_164, i_165, i_167, i_168, i_169, i_170;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_122, *ul_132, *ul_140, *ul_148, *ul_156, *ul_176, *ul_181,
      *ul_186, *ul_191;
  bool b_53, b_59, b_63, b_67, b_69, b_71, b_77, b_99, b_101, b_106, b_162;
  float f_107, f_123, f_124, f_133, f_134, f_135, f_136, f_141, f_142, f_143, f_144, f_149, f_150,
      f_151, f_152, f_157, f_158, f_159, f_166, f_177, f_182, f_187;
  int i_7, i_28, i_78, i_79, i_80, i_81, i_82, i_83, i_87, i_88, i_89, i_100;
  ul_0 = x;
  ul_1 = dy;
  ul_2 = sums;
  __private float ul_4[4];
  __private float* ul_5 = ul_4;
  i_7 = SHAPE(0);
  i_25 = get_global_id(0);
  i_26 = i_25;
  if(i_26 < i_7)
  {
    i_27 = SHAPE(1);
    i_28 = SHAPE(2);
    i_29 = SHAPE(3);
    i_30 = SHAPE(4);
    i_31 = SHAPE(5);
    i_32 = SHAPE(6);
    i_33 = SHAPE(7);
    i_34 = SHAPE(8);
    i_35 = SHAPE(9);
    i_36 = SHAPE(10);
    i_37 = SHAPE(11);
    i_38 = SHAPE(12);
    i_39 = SHAPE(13);
    i_40 = SHAPE(14);
    i_41 = SHAPE(15);
    i_42 = SHAPE(16);
    i_43 = i_35 * i_36;
    i_44 = i_43 * i_31;
    i_45 = i_34 + 3;
    i_46 = i_45 >> 31;
    i_47 = i_46 >> 30;
    i_48 = i_47 + i_45;
    i_49 = i_48 >> 2;
    i_50 = i_26 / i_49;
    i_51 = i_44 + 1;
    i_52 = i_50 % i_51;
    b_53 = i_44 == i_52;
    if(b_53)
    {
      i_54 = 0;
    }
    else
    {
      i_55 = i_52 % i_31;
      i_56 = i_31 + -1;
      i_57 = min((INDEX) i_55, (INDEX) i_56);
      i_54 = i_57;
    }
    i_58 = i_52 / i_31;
    b_59 = i_44 == i_52;
    if(b_59)
    {
      i_60 = 0;
    }
    else
    {
      i_61 = i_58 / i_36;
      i_62 = i_61 - i_39;
      i_60 = i_62;
    }
    b_63 = i_44 == i_52;
    if(b_63)
    {
      i_64 = 0;
    }
    else
    {
      i_65 = i_58 % i_36;
      i_66 = i_65 - i_40;
      i_64 = i_66;
    }
    b_67 = i_44 == i_52;
    if(b_67)
    {
      i_68 = 0;
    }
    else
    {
      i_68 = i_37;
    }
    b_69 = i_44 == i_52;
    if(b_69)
    {
      i_70 = 0;
    }
    else
    {
      i_70 = i_38;
    }
    b_71 = i_44 == i_52;
    if(b_71)
    {
      i_72 = 0;
    }
    else
    {
      i_73 = i_38 + -1;
      i_74 = i_73 - i_64;
      i_75 = i_74 / i_38;
      i_76 = max((INDEX) 0, (INDEX) i_75);
      i_72 = i_76;
    }
    b_77 = i_44 == i_52;
    if(b_77)
    {
      i_78 = i_33;
    }
    else
    {
      i_79 = i_30 + -1;
      i_80 = i_79 - i_64;
      i_81 = i_80 + i_38;
      i_82 = i_81 / i_38;
      i_83 = min((INDEX) i_33, (INDEX) i_82);
      i_78 = i_83;
    }
    ul_5[0] = 0.0F;
    ul_5[1] = 0.0F;
    ul_5[2] = 0.0F;
    ul_5[3] = 0.0F;
    i_84 = i_51 * i_49;
    i_85 = i_26 / i_84;
    i_86 = i_27 * i_85;
    i_87 = i_85 + 1;
    i_88 = i_87 * i_27;
    i_89 = min((INDEX) i_88, (INDEX) i_28);
    i_90 = i_26 % i_49;
    i_91 = i_90 << 2;
    i_92 = i_34 + -4;
    i_93 = min((INDEX) i_91, (INDEX) i_92);
    i_94 = i_33 * i_34;
    i_95 = i_86;
    for(;i_95 < i_89;)
    {
      i_96 = i_95 % i_32;
      i_97 = i_68 * i_96;
      i_98 = i_60 + i_97;
      b_99 = i_98 < 0;
      if(b_99)
      {
        i_100 = i_72;
      }
      else
      {
        b_101 = i_98 < i_29;
        if(b_101)
        {
          i_100 = i_78;
        }
        else
        {
          i_100 = i_72;
        }
      }
      i_102 = i_94 * i_95;
      i_103 = i_42 + i_102;
      i_104 = i_93 + i_103;
      i_105 = i_72;
      i_105 = i_72;
      for(;i_105 < i_100;)
      {
        b_106 = i_44 == i_52;
        if(b_106)
        {
          f_107 = 1.0F;
        }
        else
        {
          i_108 = i_95 / i_32;
          i_109 = i_108 * i_29;
          i_110 = i_109 + i_98;
          i_111 = i_110 * i_30;
          i_112 = i_111 + i_64;
          i_113 = i_112 * i_31;
          i_114 = i_113 + i_41;
          i_115 = i_54 + i_114;
          i_116 = i_70 * i_31;
          i_117 = i_116 * i_105;
          i_118 = i_115 + i_117;
          ul_122 = ul_0 + ((long) i_118 << 2) + 16L;
          f_123 = *((__global float *) ul_122);
          f_107 = f_123;
        }
        f_124 = ul_5[0];
        i_125 = i_105 * i_34;
        i_126 = i_104 + i_125;
        ul_132 = ul_1 + ((long) i_126 << 2) + 16L;
        f_133 = *((__global float *) ul_132);
        f_134 = f_107 * f_133;
        f_135 = f_134 + f_124;
        ul_5[0] = f_135;
        f_136 = ul_5[1];
        ul_140 = ul_1 + ((long) i_126 << 2) + 20L;
        f_141 = *((__global float *) ul_140);
        f_142 = f_141 * f_107;
        f_143 = f_142 + f_136;
        ul_5[1] = f_143;
        f_144 = ul_5[2];
        ul_148 = ul_1 + ((long) i_126 << 2) + 24L;
        f_149 = *((__global float *) ul_148);
        f_150 = f_149 * f_107;
        f_151 = f_150 + f_144;
        ul_5[2] = f_151;
        f_152 = ul_5[3];
        ul_156 = ul_1 + ((long) i_126 << 2) + 28L;
        f_157 = *((__global float *) ul_156);
        f_158 = f_157 * f_107;
        f_159 = f_158 + f_152;
        ul_5[3] = f_159;
        i_160 = i_105 + 1;
        i_105 = i_160;
      }
      i_161 = i_95 + 1;
      i_95 = i_161;
    }
    b_162 = i_44 == i_52;
    if(b_162)
    {
      i_163 = i_44;
    }
    else
    {
      i_164 = i_31 * i_58;
      i_165 = i_164 + i_54;
      i_163 = i_165;
    }
    f_166 = ul_5[0];
    i_167 = i_51 * i_85;
    i_168 = i_167 + i_163;
    i_169 = i_168 * i_34;
    i_170 = i_169 + i_93;
    ul_176 = ul_2 + ((long) i_170 << 2) + 16L;
    *((__global float *) ul_176) = f_166;
    f_177 = ul_5[1];
    ul_181 = ul_2 + ((long) i_170 << 2) + 20L;
    *((__global float *) ul_181) = f_177;
    f_182 = ul_5[2];
    ul_186 = ul_2 + ((long) i_170 << 2) + 24L;
    *((__global float *) ul_186) = f_182;
    f_187 = ul_5[3];
    ul_191 = ul_2 + ((long) i_170 << 2) + 28L;
    *((__global float *) ul_191) = f_187;
  }
  return;
}
