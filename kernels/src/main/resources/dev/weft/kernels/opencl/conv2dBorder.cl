// dev.weft.kernels.conv2d.Conv2dTiles.conv2dBorder
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 abcfa83a0b86850e161aa58c86dc28c3602f4af127cc8f0172c27f7d73621fac

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void conv2dBorder(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *x,
    __global uchar *bordered,
    __global uchar *shape)
{
  INDEX i_4, i_6, i_8, i_10, i_12, i_14, i_16, i_18, i_19, i_20, i_21, i_22, i_23, i_24, i_25, i_26,
      i_28, i_29, i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42,
      i_43, i_44, i_45, i_51, i_52, i_53, i_56, i_61, i_62, i_63, i_64, i_70, i_71, i_72, i_75,
      i_80, i_81, i_82, i_83, i_89, i_90, i_91, i_94, i_99, i_100, i_101, i_102, i_108, i_109,
      i_110, i_113, i_118, i_119, i_120, i_121, i_127, i_128, i_129, i_132, i_137, i_138, i_139,
      i_140, i_146, i_147, i_148, i_151, i_156, i_157, i_158, i_159, i_165, i_166, i_167, i_170,
      i_175, i_176, i_177, i_178, i_184, i_185, i_186, i_189;
  __global uchar *ul_0, *ul_1, *ul_49, *ul_60, *ul_68, *ul_79, *ul_87, *ul_98, *ul_106, *ul_117,
      *ul_125, *ul_136, *ul_144, *ul_155, *ul_163, *ul_174, *ul_182, *ul_193;
  bool b_54, b_73, b_92, b_111, b_130, b_149, b_168, b_187;
  float f_50, f_55, f_69, f_74, f_88, f_93, f_107, f_112, f_126, f_131, f_145, f_150, f_164, f_169,
      f_183, f_188;
  long l_46, l_47, l_48, l_57, l_58, l_59, l_65, l_66, l_67, l_76, l_77, l_78, l_84, l_85, l_86,
      l_95, l_96, l_97, l_103, l_104, l_105, l_114, l_115, l_116, l_122, l_123, l_124, l_133, l_134,
      l_135, l_141, l_142, l_143, l_152, l_153, l_154, l_160, l_161, l_162, l_171, l_172, l_173,
      l_179, l_180, l_181, l_190, l_191, l_192;
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
  i_19 = i_4 * i_14;
  i_20 = i_16 >> 31;
  i_21 = i_20 >> 29;
  i_22 = i_21 + i_16;
  i_23 = i_22 >> 3;
  i_24 = i_19 * i_23;
  i_25 = i_8 + -1;
  i_26 = i_6 + -1;
  i_28 = get_global_id(0);
  i_29 = i_28;
  if(i_29 < i_24)
  {
    i_30 = i_29 / i_23;
    i_31 = i_30 % i_14;
    i_32 = i_31 - i_10;
    i_33 = max((INDEX) i_32, (INDEX) 0);
    i_34 = min((INDEX) i_33, (INDEX) i_26);
    i_35 = i_30 / i_14;
    i_36 = i_35 * i_6;
    i_37 = i_34 + i_36;
    i_38 = i_37 * i_8;
    i_39 = i_38 + i_18;
    i_40 = i_29 % i_23;
    i_41 = i_40 << 3;
    i_42 = i_41 - i_12;
    i_43 = max((INDEX) i_42, (INDEX) 0);
    i_44 = min((INDEX) i_43, (INDEX) i_25);
    i_45 = i_39 + i_44;
    l_46 = (long) i_45;
    l_47 = l_46 << 2;
    l_48 = l_47 + 16L;
    ul_49 = ul_0 + l_48;
    f_50 = *((__global float *) ul_49);
    i_51 = i_34 - i_32;
    i_52 = i_44 - i_42;
    i_53 = i_51 | i_52;
    b_54 = i_53 == 0;
    if(b_54)
    {
      f_55 = f_50;
    }
    else
    {
      f_55 = 0.0F;
    }
    i_56 = i_29 << 3;
    l_57 = (long) i_56;
    l_58 = l_57 << 2;
    l_59 = l_58 + 16L;
    ul_60 = ul_1 + l_59;
    *((__global float *) ul_60) = f_55;
    i_61 = i_42 + 1;
    i_62 = max((INDEX) i_61, (INDEX) 0);
    i_63 = min((INDEX) i_62, (INDEX) i_25);
    i_64 = i_63 + i_39;
    l_65 = (long) i_64;
    l_66 = l_65 << 2;
    l_67 = l_66 + 16L;
    ul_68 = ul_0 + l_67;
    f_69 = *((__global float *) ul_68);
    i_70 = i_63 - i_42;
    i_71 = i_70 + -1;
    i_72 = i_51 | i_71;
    b_73 = i_72 == 0;
    if(b_73)
    {
      f_74 = f_69;
    }
    else
    {
      f_74 = 0.0F;
    }
    i_75 = i_56 + 1;
    l_76 = (long) i_75;
    l_77 = l_76 << 2;
    l_78 = l_77 + 16L;
    ul_79 = ul_1 + l_78;
    *((__global float *) ul_79) = f_74;
    i_80 = i_42 + 2;
    i_81 = max((INDEX) i_80, (INDEX) 0);
    i_82 = min((INDEX) i_81, (INDEX) i_25);
    i_83 = i_82 + i_39;
    l_84 = (long) i_83;
    l_85 = l_84 << 2;
    l_86 = l_85 + 16L;
    ul_87 = ul_0 + l_86;
    f_88 = *((__global float *) ul_87);
    i_89 = i_82 - i_42;
    i_90 = i_89 + -2;
    i_91 = i_51 | i_90;
    b_92 = i_91 == 0;
    if(b_92)
    {
      f_93 = f_88;
    }
    else
    {
      f_93 = 0.0F;
    }
    i_94 = i_56 + 2;
    l_95 = (long) i_94;
    l_96 = l_95 << 2;
    l_97 = l_96 + 16L;
    ul_98 = ul_1 + l_97;
    *((__global float *) ul_98) = f_93;
    i_99 = i_42 + 3;
    i_100 = max((INDEX) i_99, (INDEX) 0);
    i_101 = min((INDEX) i_100, (INDEX) i_25);
    i_102 = i_101 + i_39;
    l_103 = (long) i_102;
    l_104 = l_103 << 2;
    l_105 = l_104 + 16L;
    ul_106 = ul_0 + l_105;
    f_107 = *((__global float *) ul_106);
    i_108 = i_101 - i_42;
    i_109 = i_108 + -3;
    i_110 = i_51 | i_109;
    b_111 = i_110 == 0;
    if(b_111)
    {
      f_112 = f_107;
    }
    else
    {
      f_112 = 0.0F;
    }
    i_113 = i_56 + 3;
    l_114 = (long) i_113;
    l_115 = l_114 << 2;
    l_116 = l_115 + 16L;
    ul_117 = ul_1 + l_116;
    *((__global float *) ul_117) = f_112;
    i_118 = i_42 + 4;
    i_119 = max((INDEX) i_118, (INDEX) 0);
    i_120 = min((INDEX) i_119, (INDEX) i_25);
    i_121 = i_120 + i_39;
    l_122 = (long) i_121;
    l_123 = l_122 << 2;
    l_124 = l_123 + 16L;
    ul_125 = ul_0 + l_124;
    f_126 = *((__global float *) ul_125);
    i_127 = i_120 - i_42;
    i_128 = i_127 + -4;
    i_129 = i_51 | i_128;
    b_130 = i_129 == 0;
    if(b_130)
    {
      f_131 = f_126;
    }
    else
    {
      f_131 = 0.0F;
    }
    i_132 = i_56 + 4;
    l_133 = (long) i_132;
    l_134 = l_133 << 2;
    l_135 = l_134 + 16L;
    ul_136 = ul_1 + l_135;
    *((__global float *) ul_136) = f_131;
    i_137 = i_42 + 5;
    i_138 = max((INDEX) i_137, (INDEX) 0);
    i_139 = min((INDEX) i_138, (INDEX) i_25);
    i_140 = i_139 + i_39;
    l_141 = (long) i_140;
    l_142 = l_141 << 2;
    l_143 = l_142 + 16L;
    ul_144 = ul_0 + l_143;
    f_145 = *((__global float *) ul_144);
    i_146 = i_139 - i_42;
    i_147 = i_146 + -5;
    i_148 = i_51 | i_147;
    b_149 = i_148 == 0;
    if(b_149)
    {
      f_150 = f_145;
    }
    else
    {
      f_150 = 0.0F;
    }
    i_151 = i_56 + 5;
    l_152 = (long) i_151;
    l_153 = l_152 << 2;
    l_154 = l_153 + 16L;
    ul_155 = ul_1 + l_154;
    *((__global float *) ul_155) = f_150;
    i_156 = i_42 + 6;
    i_157 = max((INDEX) i_156, (INDEX) 0);
    i_158 = min((INDEX) i_157, (INDEX) i_25);
    i_159 = i_158 + i_39;
    l_160 = (long) i_159;
    l_161 = l_160 << 2;
    l_162 = l_161 + 16L;
    ul_163 = ul_0 + l_162;
    f_164 = *((__global float *) ul_163);
    i_165 = i_158 - i_42;
    i_166 = i_165 + -6;
    i_167 = i_51 | i_166;
    b_168 = i_167 == 0;
    if(b_168)
    {
      f_169 = f_164;
    }
    else
    {
      f_169 = 0.0F;
    }
    i_170 = i_56 + 6;
    l_171 = (long) i_170;
    l_172 = l_171 << 2;
    l_173 = l_172 + 16L;
    ul_174 = ul_1 + l_173;
    *((__global float *) ul_174) = f_169;
    i_175 = i_42 + 7;
    i_176 = max((INDEX) i_175, (INDEX) 0);
    i_177 = min((INDEX) i_176, (INDEX) i_25);
    i_178 = i_177 + i_39;
    l_179 = (long) i_178;
    l_180 = l_179 << 2;
    l_181 = l_180 + 16L;
    ul_182 = ul_0 + l_181;
    f_183 = *((__global float *) ul_182);
    i_184 = i_177 - i_42;
    i_185 = i_184 + -7;
    i_186 = i_51 | i_185;
    b_187 = i_186 == 0;
    if(b_187)
    {
      f_188 = f_183;
    }
    else
    {
      f_188 = 0.0F;
    }
    i_189 = i_56 + 7;
    l_190 = (long) i_189;
    l_191 = l_190 << 2;
    l_192 = l_191 + 16L;
    ul_193 = ul_1 + l_192;
    *((__global float *) ul_193) = f_188;
  }
  return;
}
