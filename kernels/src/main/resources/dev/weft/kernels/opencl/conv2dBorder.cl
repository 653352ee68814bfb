// dev.weft.kernels.conv2d.Conv2dTiles.conv2dBorder
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 76ba104e50de64b86a2a264d60a184629f386feda89073aabd36c5701f9f0b3b

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
  INDEX i_6, i_8, i_10, i_12, i_14, i_16, i_18, i_20, i_21, i_22, i_23, i_24, i_25, i_26, i_27,
      i_29, i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_43,
      i_45, i_47, i_48, i_49, i_50, i_58, i_59, i_60, i_61, i_69, i_70, i_71, i_72, i_80, i_81,
      i_82, i_83, i_91, i_92, i_93, i_94, i_102, i_103, i_104, i_105, i_113, i_114, i_115, i_116,
      i_124, i_125, i_126, i_127, i_135, i_141, i_147, i_153, i_159, i_165, i_171, i_177, i_185,
      i_188, i_193, i_196, i_201, i_204, i_209, i_212, i_217, i_220, i_225, i_228, i_233, i_236,
      i_241, i_244;
  __global uchar *ul_0, *ul_1, *ul_54, *ul_65, *ul_76, *ul_87, *ul_98, *ul_109, *ul_120, *ul_131,
      *ul_139, *ul_145, *ul_151, *ul_157, *ul_163, *ul_169, *ul_175, *ul_181, *ul_192, *ul_200,
      *ul_208, *ul_216, *ul_224, *ul_232, *ul_240, *ul_248;
  bool b_44, b_46, b_56, b_67, b_78, b_89, b_100, b_111, b_122, b_133, b_183;
  float f_55, f_57, f_66, f_68, f_77, f_79, f_88, f_90, f_99, f_101, f_110, f_112, f_121, f_123,
      f_132, f_134, f_140, f_146, f_152, f_158, f_164, f_170, f_176, f_182, f_184, f_186, f_187,
      f_194, f_195, f_202, f_203, f_210, f_211, f_218, f_219, f_226, f_227, f_234, f_235, f_242,
      f_243;
  long l_51, l_52, l_53, l_62, l_63, l_64, l_73, l_74, l_75, l_84, l_85, l_86, l_95, l_96, l_97,
      l_106, l_107, l_108, l_117, l_118, l_119, l_128, l_129, l_130, l_136, l_137, l_138, l_142,
      l_143, l_144, l_148, l_149, l_150, l_154, l_155, l_156, l_160, l_161, l_162, l_166, l_167,
      l_168, l_172, l_173, l_174, l_178, l_179, l_180, l_189, l_190, l_191, l_197, l_198, l_199,
      l_205, l_206, l_207, l_213, l_214, l_215, l_221, l_222, l_223, l_229, l_230, l_231, l_237,
      l_238, l_239, l_245, l_246, l_247;
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
  i_21 = i_6 * i_16;
  i_22 = i_18 >> 31;
  i_23 = i_22 >> 29;
  i_24 = i_23 + i_18;
  i_25 = i_24 >> 3;
  i_26 = i_21 * i_25;
  i_27 = i_8 + -1;
  i_29 = get_global_id(0);
  i_30 = i_29;
  if(i_30 < i_26)
  {
    i_31 = i_30 / i_25;
    i_32 = i_31 % i_16;
    i_33 = i_32 - i_12;
    i_34 = max((INDEX) i_33, (INDEX) 0);
    i_35 = min((INDEX) i_34, (INDEX) i_27);
    i_36 = i_31 / i_16;
    i_37 = i_36 * i_8;
    i_38 = i_35 + i_37;
    i_39 = i_38 * i_10;
    i_40 = i_39 + i_20;
    i_41 = i_30 % i_25;
    i_42 = i_41 << 3;
    i_43 = i_42 - i_14;
    b_44 = i_43 < 0;
    if(b_44)
    {
      i_47 = max((INDEX) i_43, (INDEX) 0);
      i_48 = i_10 + -1;
      i_49 = min((INDEX) i_47, (INDEX) i_48);
      i_50 = i_40 + i_49;
      l_51 = (long) i_50;
      l_52 = l_51 << 2;
      l_53 = l_52 + 16L;
      ul_54 = ul_0 + l_53;
      f_55 = *((__global float *) ul_54);
      b_56 = i_43 == i_49;
      if(b_56)
      {
        f_57 = f_55;
      }
      else
      {
        f_57 = 0.0F;
      }
      ul_4[0] = f_57;
      i_58 = i_43 + 1;
      i_59 = max((INDEX) i_58, (INDEX) 0);
      i_60 = min((INDEX) i_59, (INDEX) i_48);
      i_61 = i_60 + i_40;
      l_62 = (long) i_61;
      l_63 = l_62 << 2;
      l_64 = l_63 + 16L;
      ul_65 = ul_0 + l_64;
      f_66 = *((__global float *) ul_65);
      b_67 = i_58 == i_60;
      if(b_67)
      {
        f_68 = f_66;
      }
      else
      {
        f_68 = 0.0F;
      }
      ul_4[1] = f_68;
      i_69 = i_43 + 2;
      i_70 = max((INDEX) i_69, (INDEX) 0);
      i_71 = min((INDEX) i_70, (INDEX) i_48);
      i_72 = i_71 + i_40;
      l_73 = (long) i_72;
      l_74 = l_73 << 2;
      l_75 = l_74 + 16L;
      ul_76 = ul_0 + l_75;
      f_77 = *((__global float *) ul_76);
      b_78 = i_69 == i_71;
      if(b_78)
      {
        f_79 = f_77;
      }
      else
      {
        f_79 = 0.0F;
      }
      ul_4[2] = f_79;
      i_80 = i_43 + 3;
      i_81 = max((INDEX) i_80, (INDEX) 0);
      i_82 = min((INDEX) i_81, (INDEX) i_48);
      i_83 = i_82 + i_40;
      l_84 = (long) i_83;
      l_85 = l_84 << 2;
      l_86 = l_85 + 16L;
      ul_87 = ul_0 + l_86;
      f_88 = *((__global float *) ul_87);
      b_89 = i_80 == i_82;
      if(b_89)
      {
        f_90 = f_88;
      }
      else
      {
        f_90 = 0.0F;
      }
      ul_4[3] = f_90;
      i_91 = i_43 + 4;
      i_92 = max((INDEX) i_91, (INDEX) 0);
      i_93 = min((INDEX) i_92, (INDEX) i_48);
      i_94 = i_93 + i_40;
      l_95 = (long) i_94;
      l_96 = l_95 << 2;
      l_97 = l_96 + 16L;
      ul_98 = ul_0 + l_97;
      f_99 = *((__global float *) ul_98);
      b_100 = i_91 == i_93;
      if(b_100)
      {
        f_101 = f_99;
      }
      else
      {
        f_101 = 0.0F;
      }
      ul_4[4] = f_101;
      i_102 = i_43 + 5;
      i_103 = max((INDEX) i_102, (INDEX) 0);
      i_104 = min((INDEX) i_103, (INDEX) i_48);
      i_105 = i_104 + i_40;
      l_106 = (long) i_105;
      l_107 = l_106 << 2;
      l_108 = l_107 + 16L;
      ul_109 = ul_0 + l_108;
      f_110 = *((__global float *) ul_109);
      b_111 = i_102 == i_104;
      if(b_111)
      {
        f_112 = f_110;
      }
      else
      {
        f_112 = 0.0F;
      }
      ul_4[5] = f_112;
      i_113 = i_43 + 6;
      i_114 = max((INDEX) i_113, (INDEX) 0);
      i_115 = min((INDEX) i_114, (INDEX) i_48);
      i_116 = i_115 + i_40;
      l_117 = (long) i_116;
      l_118 = l_117 << 2;
      l_119 = l_118 + 16L;
      ul_120 = ul_0 + l_119;
      f_121 = *((__global float *) ul_120);
      b_122 = i_113 == i_115;
      if(b_122)
      {
        f_123 = f_121;
      }
      else
      {
        f_123 = 0.0F;
      }
      ul_4[6] = f_123;
      i_124 = i_43 + 7;
      i_125 = max((INDEX) i_124, (INDEX) 0);
      i_126 = min((INDEX) i_125, (INDEX) i_48);
      i_127 = i_126 + i_40;
      l_128 = (long) i_127;
      l_129 = l_128 << 2;
      l_130 = l_129 + 16L;
      ul_131 = ul_0 + l_130;
      f_132 = *((__global float *) ul_131);
      b_133 = i_124 == i_126;
      if(b_133)
      {
        f_134 = f_132;
      }
      else
      {
        f_134 = 0.0F;
      }
      ul_4[7] = f_134;
    }
    else
    {
      i_45 = i_43 + 8;
      b_46 = i_10 < i_45;
      if(b_46)
      {
        i_47 = max((INDEX) i_43, (INDEX) 0);
        i_48 = i_10 + -1;
        i_49 = min((INDEX) i_47, (INDEX) i_48);
        i_50 = i_40 + i_49;
        l_51 = (long) i_50;
        l_52 = l_51 << 2;
        l_53 = l_52 + 16L;
        ul_54 = ul_0 + l_53;
        f_55 = *((__global float *) ul_54);
        b_56 = i_43 == i_49;
        if(b_56)
        {
          f_57 = f_55;
        }
        else
        {
          f_57 = 0.0F;
        }
        ul_4[0] = f_57;
        i_58 = i_43 + 1;
        i_59 = max((INDEX) i_58, (INDEX) 0);
        i_60 = min((INDEX) i_59, (INDEX) i_48);
        i_61 = i_60 + i_40;
        l_62 = (long) i_61;
        l_63 = l_62 << 2;
        l_64 = l_63 + 16L;
        ul_65 = ul_0 + l_64;
        f_66 = *((__global float *) ul_65);
        b_67 = i_58 == i_60;
        if(b_67)
        {
          f_68 = f_66;
        }
        else
        {
          f_68 = 0.0F;
        }
        ul_4[1] = f_68;
        i_69 = i_43 + 2;
        i_70 = max((INDEX) i_69, (INDEX) 0);
        i_71 = min((INDEX) i_70, (INDEX) i_48);
        i_72 = i_71 + i_40;
        l_73 = (long) i_72;
        l_74 = l_73 << 2;
        l_75 = l_74 + 16L;
        ul_76 = ul_0 + l_75;
        f_77 = *((__global float *) ul_76);
        b_78 = i_69 == i_71;
        if(b_78)
        {
          f_79 = f_77;
        }
        else
        {
          f_79 = 0.0F;
        }
        ul_4[2] = f_79;
        i_80 = i_43 + 3;
        i_81 = max((INDEX) i_80, (INDEX) 0);
        i_82 = min((INDEX) i_81, (INDEX) i_48);
        i_83 = i_82 + i_40;
        l_84 = (long) i_83;
        l_85 = l_84 << 2;
        l_86 = l_85 + 16L;
        ul_87 = ul_0 + l_86;
        f_88 = *((__global float *) ul_87);
        b_89 = i_80 == i_82;
        if(b_89)
        {
          f_90 = f_88;
        }
        else
        {
          f_90 = 0.0F;
        }
        ul_4[3] = f_90;
        i_91 = i_43 + 4;
        i_92 = max((INDEX) i_91, (INDEX) 0);
        i_93 = min((INDEX) i_92, (INDEX) i_48);
        i_94 = i_93 + i_40;
        l_95 = (long) i_94;
        l_96 = l_95 << 2;
        l_97 = l_96 + 16L;
        ul_98 = ul_0 + l_97;
        f_99 = *((__global float *) ul_98);
        b_100 = i_91 == i_93;
        if(b_100)
        {
          f_101 = f_99;
        }
        else
        {
          f_101 = 0.0F;
        }
        ul_4[4] = f_101;
        i_102 = i_43 + 5;
        i_103 = max((INDEX) i_102, (INDEX) 0);
        i_104 = min((INDEX) i_103, (INDEX) i_48);
        i_105 = i_104 + i_40;
        l_106 = (long) i_105;
        l_107 = l_106 << 2;
        l_108 = l_107 + 16L;
        ul_109 = ul_0 + l_108;
        f_110 = *((__global float *) ul_109);
        b_111 = i_102 == i_104;
        if(b_111)
        {
          f_112 = f_110;
        }
        else
        {
          f_112 = 0.0F;
        }
        ul_4[5] = f_112;
        i_113 = i_43 + 6;
        i_114 = max((INDEX) i_113, (INDEX) 0);
        i_115 = min((INDEX) i_114, (INDEX) i_48);
        i_116 = i_115 + i_40;
        l_117 = (long) i_116;
        l_118 = l_117 << 2;
        l_119 = l_118 + 16L;
        ul_120 = ul_0 + l_119;
        f_121 = *((__global float *) ul_120);
        b_122 = i_113 == i_115;
        if(b_122)
        {
          f_123 = f_121;
        }
        else
        {
          f_123 = 0.0F;
        }
        ul_4[6] = f_123;
        i_124 = i_43 + 7;
        i_125 = max((INDEX) i_124, (INDEX) 0);
        i_126 = min((INDEX) i_125, (INDEX) i_48);
        i_127 = i_126 + i_40;
        l_128 = (long) i_127;
        l_129 = l_128 << 2;
        l_130 = l_129 + 16L;
        ul_131 = ul_0 + l_130;
        f_132 = *((__global float *) ul_131);
        b_133 = i_124 == i_126;
        if(b_133)
        {
          f_134 = f_132;
        }
        else
        {
          f_134 = 0.0F;
        }
        ul_4[7] = f_134;
      }
      else
      {
        i_135 = i_43 + i_40;
        l_136 = (long) i_135;
        l_137 = l_136 << 2;
        l_138 = l_137 + 16L;
        ul_139 = ul_0 + l_138;
        f_140 = *((__global float *) ul_139);
        ul_4[0] = f_140;
        i_141 = i_135 + 1;
        l_142 = (long) i_141;
        l_143 = l_142 << 2;
        l_144 = l_143 + 16L;
        ul_145 = ul_0 + l_144;
        f_146 = *((__global float *) ul_145);
        ul_4[1] = f_146;
        i_147 = i_135 + 2;
        l_148 = (long) i_147;
        l_149 = l_148 << 2;
        l_150 = l_149 + 16L;
        ul_151 = ul_0 + l_150;
        f_152 = *((__global float *) ul_151);
        ul_4[2] = f_152;
        i_153 = i_135 + 3;
        l_154 = (long) i_153;
        l_155 = l_154 << 2;
        l_156 = l_155 + 16L;
        ul_157 = ul_0 + l_156;
        f_158 = *((__global float *) ul_157);
        ul_4[3] = f_158;
        i_159 = i_135 + 4;
        l_160 = (long) i_159;
        l_161 = l_160 << 2;
        l_162 = l_161 + 16L;
        ul_163 = ul_0 + l_162;
        f_164 = *((__global float *) ul_163);
        ul_4[4] = f_164;
        i_165 = i_135 + 5;
        l_166 = (long) i_165;
        l_167 = l_166 << 2;
        l_168 = l_167 + 16L;
        ul_169 = ul_0 + l_168;
        f_170 = *((__global float *) ul_169);
        ul_4[5] = f_170;
        i_171 = i_135 + 6;
        l_172 = (long) i_171;
        l_173 = l_172 << 2;
        l_174 = l_173 + 16L;
        ul_175 = ul_0 + l_174;
        f_176 = *((__global float *) ul_175);
        ul_4[6] = f_176;
        i_177 = i_135 + 7;
        l_178 = (long) i_177;
        l_179 = l_178 << 2;
        l_180 = l_179 + 16L;
        ul_181 = ul_0 + l_180;
        f_182 = *((__global float *) ul_181);
        ul_4[7] = f_182;
      }
    }
    b_183 = i_33 == i_35;
    if(b_183)
    {
      f_184 = 1.0F;
    }
    else
    {
      f_184 = 0.0F;
    }
    i_185 = isless(0.0F, f_184);
    if(i_185 == 1)
    {
      f_186 = ul_4[0];
      f_187 = f_186;
    }
    else
    {
      f_187 = 0.0F;
    }
    i_188 = i_30 << 3;
    l_189 = (long) i_188;
    l_190 = l_189 << 2;
    l_191 = l_190 + 16L;
    ul_192 = ul_1 + l_191;
    *((__global float *) ul_192) = f_187;
    i_193 = isless(0.0F, f_184);
    if(i_193 == 1)
    {
      f_194 = ul_4[1];
      f_195 = f_194;
    }
    else
    {
      f_195 = 0.0F;
    }
    i_196 = i_188 + 1;
    l_197 = (long) i_196;
    l_198 = l_197 << 2;
    l_199 = l_198 + 16L;
    ul_200 = ul_1 + l_199;
    *((__global float *) ul_200) = f_195;
    i_201 = isless(0.0F, f_184);
    if(i_201 == 1)
    {
      f_202 = ul_4[2];
      f_203 = f_202;
    }
    else
    {
      f_203 = 0.0F;
    }
    i_204 = i_188 + 2;
    l_205 = (long) i_204;
    l_206 = l_205 << 2;
    l_207 = l_206 + 16L;
    ul_208 = ul_1 + l_207;
    *((__global float *) ul_208) = f_203;
    i_209 = isless(0.0F, f_184);
    if(i_209 == 1)
    {
      f_210 = ul_4[3];
      f_211 = f_210;
    }
    else
    {
      f_211 = 0.0F;
    }
    i_212 = i_188 + 3;
    l_213 = (long) i_212;
    l_214 = l_213 << 2;
    l_215 = l_214 + 16L;
    ul_216 = ul_1 + l_215;
    *((__global float *) ul_216) = f_211;
    i_217 = isless(0.0F, f_184);
    if(i_217 == 1)
    {
      f_218 = ul_4[4];
      f_219 = f_218;
    }
    else
    {
      f_219 = 0.0F;
    }
    i_220 = i_188 + 4;
    l_221 = (long) i_220;
    l_222 = l_221 << 2;
    l_223 = l_222 + 16L;
    ul_224 = ul_1 + l_223;
    *((__global float *) ul_224) = f_219;
    i_225 = isless(0.0F, f_184);
    if(i_225 == 1)
    {
      f_226 = ul_4[5];
      f_227 = f_226;
    }
    else
    {
      f_227 = 0.0F;
    }
    i_228 = i_188 + 5;
    l_229 = (long) i_228;
    l_230 = l_229 << 2;
    l_231 = l_230 + 16L;
    ul_232 = ul_1 + l_231;
    *((__global float *) ul_232) = f_227;
    i_233 = isless(0.0F, f_184);
    if(i_233 == 1)
    {
      f_234 = ul_4[6];
      f_235 = f_234;
    }
    else
    {
      f_235 = 0.0F;
    }
    i_236 = i_188 + 6;
    l_237 = (long) i_236;
    l_238 = l_237 << 2;
    l_239 = l_238 + 16L;
    ul_240 = ul_1 + l_239;
    *((__global float *) ul_240) = f_235;
    i_241 = isless(0.0F, f_184);
    if(i_241 == 1)
    {
      f_242 = ul_4[7];
      f_243 = f_242;
    }
    else
    {
      f_243 = 0.0F;
    }
    i_244 = i_188 + 7;
    l_245 = (long) i_244;
    l_246 = l_245 << 2;
    l_247 = l_246 + 16L;
    ul_248 = ul_1 + l_247;
    *((__global float *) ul_248) = f_243;
  }
  return;
}
