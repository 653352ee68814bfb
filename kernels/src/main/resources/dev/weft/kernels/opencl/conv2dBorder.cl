// dev.weft.kernels.conv2d.BorderKernels.conv2dBorder
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 8e33b583b9ee53c08ded37dfc31999ae3f7b12c1be3ac52333969c3cf19bf10c

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
    __global uchar *restrict x,
    __global uchar *restrict bordered,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_14, i_16, i_18, i_20, i_21, i_22, i_23, i_24, i_25, i_27, i_28, i_29,
      i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_45, i_46, i_47,
      i_48, i_56, i_57, i_58, i_59, i_67, i_68, i_69, i_70, i_78, i_79, i_80, i_81, i_89, i_90,
      i_91, i_92, i_100, i_101, i_102, i_103, i_111, i_112, i_113, i_114, i_122, i_123, i_124,
      i_125, i_133, i_181, i_182;
  __global uchar *ul_0, *ul_1, *ul_52, *ul_63, *ul_74, *ul_85, *ul_96, *ul_107, *ul_118, *ul_129,
      *ul_139, *ul_144, *ul_149, *ul_154, *ul_159, *ul_164, *ul_169, *ul_174, *ul_186, *ul_193,
      *ul_200, *ul_207, *ul_214, *ul_221, *ul_228, *ul_235;
  bool b_42, b_44, b_54, b_65, b_76, b_87, b_98, b_109, b_120, b_131, b_176;
  float f_53, f_55, f_64, f_66, f_75, f_77, f_86, f_88, f_97, f_99, f_108, f_110, f_119, f_121,
      f_130, f_132, f_140, f_145, f_150, f_155, f_160, f_165, f_170, f_175, f_177, f_179, f_180,
      f_188, f_189, f_195, f_196, f_202, f_203, f_209, f_210, f_216, f_217, f_223, f_224, f_230,
      f_231;
  int i_6, i_43, i_178, i_187, i_194, i_201, i_208, i_215, i_222, i_229;
  long l_49, l_50, l_51, l_60, l_61, l_62, l_71, l_72, l_73, l_82, l_83, l_84, l_93, l_94, l_95,
      l_104, l_105, l_106, l_115, l_116, l_117, l_126, l_127, l_128;
  ul_0 = x;
  ul_1 = bordered;
  __private float ul_3[8];
  __private float* ul_4 = ul_3;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  i_16 = SHAPE(5);
  i_18 = SHAPE(6);
  i_20 = SHAPE(7);
  i_21 = i_18 >> 31;
  i_22 = i_21 >> 29;
  i_23 = i_22 + i_18;
  i_24 = i_23 >> 3;
  i_25 = i_8 + -1;
  i_27 = get_global_id(0);
  i_28 = i_27;
  if(i_28 < i_6)
  {
    i_29 = i_28 / i_24;
    i_30 = i_29 % i_16;
    i_31 = i_30 - i_12;
    i_32 = max((INDEX) i_31, (INDEX) 0);
    i_33 = min((INDEX) i_32, (INDEX) i_25);
    i_34 = i_29 / i_16;
    i_35 = i_34 * i_8;
    i_36 = i_33 + i_35;
    i_37 = i_36 * i_10;
    i_38 = i_37 + i_20;
    i_39 = i_28 % i_24;
    i_40 = i_39 << 3;
    i_41 = i_40 - i_14;
    b_42 = i_41 < 0;
    if(b_42)
    {
      i_45 = max((INDEX) i_41, (INDEX) 0);
      i_46 = i_10 + -1;
      i_47 = min((INDEX) i_45, (INDEX) i_46);
      i_48 = i_38 + i_47;
      l_49 = (long) i_48;
      l_50 = l_49 << 2;
      l_51 = l_50 + 16L;
      ul_52 = ul_0 + l_51;
      f_53 = *((__global float *) ul_52);
      b_54 = i_41 == i_47;
      if(b_54)
      {
        f_55 = f_53;
      }
      else
      {
        f_55 = 0.0F;
      }
      ul_4[0] = f_55;
      i_56 = i_41 + 1;
      i_57 = max((INDEX) i_56, (INDEX) 0);
      i_58 = min((INDEX) i_57, (INDEX) i_46);
      i_59 = i_58 + i_38;
      l_60 = (long) i_59;
      l_61 = l_60 << 2;
      l_62 = l_61 + 16L;
      ul_63 = ul_0 + l_62;
      f_64 = *((__global float *) ul_63);
      b_65 = i_56 == i_58;
      if(b_65)
      {
        f_66 = f_64;
      }
      else
      {
        f_66 = 0.0F;
      }
      ul_4[1] = f_66;
      i_67 = i_41 + 2;
      i_68 = max((INDEX) i_67, (INDEX) 0);
      i_69 = min((INDEX) i_68, (INDEX) i_46);
      i_70 = i_69 + i_38;
      l_71 = (long) i_70;
      l_72 = l_71 << 2;
      l_73 = l_72 + 16L;
      ul_74 = ul_0 + l_73;
      f_75 = *((__global float *) ul_74);
      b_76 = i_67 == i_69;
      if(b_76)
      {
        f_77 = f_75;
      }
      else
      {
        f_77 = 0.0F;
      }
      ul_4[2] = f_77;
      i_78 = i_41 + 3;
      i_79 = max((INDEX) i_78, (INDEX) 0);
      i_80 = min((INDEX) i_79, (INDEX) i_46);
      i_81 = i_80 + i_38;
      l_82 = (long) i_81;
      l_83 = l_82 << 2;
      l_84 = l_83 + 16L;
      ul_85 = ul_0 + l_84;
      f_86 = *((__global float *) ul_85);
      b_87 = i_78 == i_80;
      if(b_87)
      {
        f_88 = f_86;
      }
      else
      {
        f_88 = 0.0F;
      }
      ul_4[3] = f_88;
      i_89 = i_41 + 4;
      i_90 = max((INDEX) i_89, (INDEX) 0);
      i_91 = min((INDEX) i_90, (INDEX) i_46);
      i_92 = i_91 + i_38;
      l_93 = (long) i_92;
      l_94 = l_93 << 2;
      l_95 = l_94 + 16L;
      ul_96 = ul_0 + l_95;
      f_97 = *((__global float *) ul_96);
      b_98 = i_89 == i_91;
      if(b_98)
      {
        f_99 = f_97;
      }
      else
      {
        f_99 = 0.0F;
      }
      ul_4[4] = f_99;
      i_100 = i_41 + 5;
      i_101 = max((INDEX) i_100, (INDEX) 0);
      i_102 = min((INDEX) i_101, (INDEX) i_46);
      i_103 = i_102 + i_38;
      l_104 = (long) i_103;
      l_105 = l_104 << 2;
      l_106 = l_105 + 16L;
      ul_107 = ul_0 + l_106;
      f_108 = *((__global float *) ul_107);
      b_109 = i_100 == i_102;
      if(b_109)
      {
        f_110 = f_108;
      }
      else
      {
        f_110 = 0.0F;
      }
      ul_4[5] = f_110;
      i_111 = i_41 + 6;
      i_112 = max((INDEX) i_111, (INDEX) 0);
      i_113 = min((INDEX) i_112, (INDEX) i_46);
      i_114 = i_113 + i_38;
      l_115 = (long) i_114;
      l_116 = l_115 << 2;
      l_117 = l_116 + 16L;
      ul_118 = ul_0 + l_117;
      f_119 = *((__global float *) ul_118);
      b_120 = i_111 == i_113;
      if(b_120)
      {
        f_121 = f_119;
      }
      else
      {
        f_121 = 0.0F;
      }
      ul_4[6] = f_121;
      i_122 = i_41 + 7;
      i_123 = max((INDEX) i_122, (INDEX) 0);
      i_124 = min((INDEX) i_123, (INDEX) i_46);
      i_125 = i_124 + i_38;
      l_126 = (long) i_125;
      l_127 = l_126 << 2;
      l_128 = l_127 + 16L;
      ul_129 = ul_0 + l_128;
      f_130 = *((__global float *) ul_129);
      b_131 = i_122 == i_124;
      if(b_131)
      {
        f_132 = f_130;
      }
      else
      {
        f_132 = 0.0F;
      }
      ul_4[7] = f_132;
    }
    else
    {
      i_43 = i_41 + 8;
      b_44 = i_10 < i_43;
      if(b_44)
      {
        i_45 = max((INDEX) i_41, (INDEX) 0);
        i_46 = i_10 + -1;
        i_47 = min((INDEX) i_45, (INDEX) i_46);
        i_48 = i_38 + i_47;
        l_49 = (long) i_48;
        l_50 = l_49 << 2;
        l_51 = l_50 + 16L;
        ul_52 = ul_0 + l_51;
        f_53 = *((__global float *) ul_52);
        b_54 = i_41 == i_47;
        if(b_54)
        {
          f_55 = f_53;
        }
        else
        {
          f_55 = 0.0F;
        }
        ul_4[0] = f_55;
        i_56 = i_41 + 1;
        i_57 = max((INDEX) i_56, (INDEX) 0);
        i_58 = min((INDEX) i_57, (INDEX) i_46);
        i_59 = i_58 + i_38;
        l_60 = (long) i_59;
        l_61 = l_60 << 2;
        l_62 = l_61 + 16L;
        ul_63 = ul_0 + l_62;
        f_64 = *((__global float *) ul_63);
        b_65 = i_56 == i_58;
        if(b_65)
        {
          f_66 = f_64;
        }
        else
        {
          f_66 = 0.0F;
        }
        ul_4[1] = f_66;
        i_67 = i_41 + 2;
        i_68 = max((INDEX) i_67, (INDEX) 0);
        i_69 = min((INDEX) i_68, (INDEX) i_46);
        i_70 = i_69 + i_38;
        l_71 = (long) i_70;
        l_72 = l_71 << 2;
        l_73 = l_72 + 16L;
        ul_74 = ul_0 + l_73;
        f_75 = *((__global float *) ul_74);
        b_76 = i_67 == i_69;
        if(b_76)
        {
          f_77 = f_75;
        }
        else
        {
          f_77 = 0.0F;
        }
        ul_4[2] = f_77;
        i_78 = i_41 + 3;
        i_79 = max((INDEX) i_78, (INDEX) 0);
        i_80 = min((INDEX) i_79, (INDEX) i_46);
        i_81 = i_80 + i_38;
        l_82 = (long) i_81;
        l_83 = l_82 << 2;
        l_84 = l_83 + 16L;
        ul_85 = ul_0 + l_84;
        f_86 = *((__global float *) ul_85);
        b_87 = i_78 == i_80;
        if(b_87)
        {
          f_88 = f_86;
        }
        else
        {
          f_88 = 0.0F;
        }
        ul_4[3] = f_88;
        i_89 = i_41 + 4;
        i_90 = max((INDEX) i_89, (INDEX) 0);
        i_91 = min((INDEX) i_90, (INDEX) i_46);
        i_92 = i_91 + i_38;
        l_93 = (long) i_92;
        l_94 = l_93 << 2;
        l_95 = l_94 + 16L;
        ul_96 = ul_0 + l_95;
        f_97 = *((__global float *) ul_96);
        b_98 = i_89 == i_91;
        if(b_98)
        {
          f_99 = f_97;
        }
        else
        {
          f_99 = 0.0F;
        }
        ul_4[4] = f_99;
        i_100 = i_41 + 5;
        i_101 = max((INDEX) i_100, (INDEX) 0);
        i_102 = min((INDEX) i_101, (INDEX) i_46);
        i_103 = i_102 + i_38;
        l_104 = (long) i_103;
        l_105 = l_104 << 2;
        l_106 = l_105 + 16L;
        ul_107 = ul_0 + l_106;
        f_108 = *((__global float *) ul_107);
        b_109 = i_100 == i_102;
        if(b_109)
        {
          f_110 = f_108;
        }
        else
        {
          f_110 = 0.0F;
        }
        ul_4[5] = f_110;
        i_111 = i_41 + 6;
        i_112 = max((INDEX) i_111, (INDEX) 0);
        i_113 = min((INDEX) i_112, (INDEX) i_46);
        i_114 = i_113 + i_38;
        l_115 = (long) i_114;
        l_116 = l_115 << 2;
        l_117 = l_116 + 16L;
        ul_118 = ul_0 + l_117;
        f_119 = *((__global float *) ul_118);
        b_120 = i_111 == i_113;
        if(b_120)
        {
          f_121 = f_119;
        }
        else
        {
          f_121 = 0.0F;
        }
        ul_4[6] = f_121;
        i_122 = i_41 + 7;
        i_123 = max((INDEX) i_122, (INDEX) 0);
        i_124 = min((INDEX) i_123, (INDEX) i_46);
        i_125 = i_124 + i_38;
        l_126 = (long) i_125;
        l_127 = l_126 << 2;
        l_128 = l_127 + 16L;
        ul_129 = ul_0 + l_128;
        f_130 = *((__global float *) ul_129);
        b_131 = i_122 == i_124;
        if(b_131)
        {
          f_132 = f_130;
        }
        else
        {
          f_132 = 0.0F;
        }
        ul_4[7] = f_132;
      }
      else
      {
        i_133 = i_41 + i_38;
        ul_139 = ul_0 + ((long) i_133 << 2) + 16L;
        f_140 = *((__global float *) ul_139);
        ul_4[0] = f_140;
        ul_144 = ul_0 + ((long) i_133 << 2) + 20L;
        f_145 = *((__global float *) ul_144);
        ul_4[1] = f_145;
        ul_149 = ul_0 + ((long) i_133 << 2) + 24L;
        f_150 = *((__global float *) ul_149);
        ul_4[2] = f_150;
        ul_154 = ul_0 + ((long) i_133 << 2) + 28L;
        f_155 = *((__global float *) ul_154);
        ul_4[3] = f_155;
        ul_159 = ul_0 + ((long) i_133 << 2) + 32L;
        f_160 = *((__global float *) ul_159);
        ul_4[4] = f_160;
        ul_164 = ul_0 + ((long) i_133 << 2) + 36L;
        f_165 = *((__global float *) ul_164);
        ul_4[5] = f_165;
        ul_169 = ul_0 + ((long) i_133 << 2) + 40L;
        f_170 = *((__global float *) ul_169);
        ul_4[6] = f_170;
        ul_174 = ul_0 + ((long) i_133 << 2) + 44L;
        f_175 = *((__global float *) ul_174);
        ul_4[7] = f_175;
      }
    }
    b_176 = i_31 == i_33;
    if(b_176)
    {
      f_177 = 1.0F;
    }
    else
    {
      f_177 = 0.0F;
    }
    i_178 = isless(0.0F, f_177);
    if(i_178 == 1)
    {
      f_179 = ul_4[0];
      f_180 = f_179;
    }
    else
    {
      f_180 = 0.0F;
    }
    i_181 = i_28 << 4;
    i_182 = i_181 >> 1;
    ul_186 = ul_1 + ((long) i_182 << 2) + 16L;
    *((__global float *) ul_186) = f_180;
    i_187 = isless(0.0F, f_177);
    if(i_187 == 1)
    {
      f_188 = ul_4[1];
      f_189 = f_188;
    }
    else
    {
      f_189 = 0.0F;
    }
    ul_193 = ul_1 + ((long) i_182 << 2) + 20L;
    *((__global float *) ul_193) = f_189;
    i_194 = isless(0.0F, f_177);
    if(i_194 == 1)
    {
      f_195 = ul_4[2];
      f_196 = f_195;
    }
    else
    {
      f_196 = 0.0F;
    }
    ul_200 = ul_1 + ((long) i_182 << 2) + 24L;
    *((__global float *) ul_200) = f_196;
    i_201 = isless(0.0F, f_177);
    if(i_201 == 1)
    {
      f_202 = ul_4[3];
      f_203 = f_202;
    }
    else
    {
      f_203 = 0.0F;
    }
    ul_207 = ul_1 + ((long) i_182 << 2) + 28L;
    *((__global float *) ul_207) = f_203;
    i_208 = isless(0.0F, f_177);
    if(i_208 == 1)
    {
      f_209 = ul_4[4];
      f_210 = f_209;
    }
    else
    {
      f_210 = 0.0F;
    }
    ul_214 = ul_1 + ((long) i_182 << 2) + 32L;
    *((__global float *) ul_214) = f_210;
    i_215 = isless(0.0F, f_177);
    if(i_215 == 1)
    {
      f_216 = ul_4[5];
      f_217 = f_216;
    }
    else
    {
      f_217 = 0.0F;
    }
    ul_221 = ul_1 + ((long) i_182 << 2) + 36L;
    *((__global float *) ul_221) = f_217;
    i_222 = isless(0.0F, f_177);
    if(i_222 == 1)
    {
      f_223 = ul_4[6];
      f_224 = f_223;
    }
    else
    {
      f_224 = 0.0F;
    }
    ul_228 = ul_1 + ((long) i_182 << 2) + 40L;
    *((__global float *) ul_228) = f_224;
    i_229 = isless(0.0F, f_177);
    if(i_229 == 1)
    {
      f_230 = ul_4[7];
      f_231 = f_230;
    }
    else
    {
      f_231 = 0.0F;
    }
    ul_235 = ul_1 + ((long) i_182 << 2) + 44L;
    *((__global float *) ul_235) = f_231;
  }
  return;
}
