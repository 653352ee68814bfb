// dev.weft.kernels.conv2d.Conv2dPoints.conv2dSinglePoints
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 de9b82f1f534f80a830d3748c4aea4bb3c36026603094fe81ccf5096611b0c2b

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void conv2dSinglePoints(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict w,
    __global uchar *restrict b,
    __global uchar *restrict mask,
    __global uchar *restrict y,
    __global uchar *restrict shape)
{
  INDEX i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_42, i_43, i_44, i_45, i_46, i_47,
      i_48, i_49, i_50, i_51, i_55, i_56, i_57, i_59, i_68, i_69, i_70, i_71, i_72, i_73, i_74,
      i_75, i_76, i_80, i_81, i_82, i_83, i_84, i_87, i_88, i_89, i_90, i_91, i_92, i_93, i_94,
      i_95, i_96, i_97, i_98, i_99, i_100, i_101, i_102, i_103, i_104, i_105, i_106, i_107, i_108,
      i_109, i_110, i_111, i_112, i_113, i_114, i_115, i_116, i_117, i_118, i_119, i_120, i_121,
      i_122, i_123, i_124, i_125, i_126, i_127, i_134, i_135, i_145, i_155, i_165, i_175, i_176,
      i_181, i_182, i_183, i_184, i_185, i_188, i_198, i_209, i_210, i_211, i_212, i_213, i_216,
      i_226, i_237, i_238, i_239, i_240, i_241, i_244, i_254, i_265, i_266, i_267, i_268, i_269,
      i_272, i_282;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_4, *ul_65, *ul_131, *ul_141, *ul_149, *ul_159,
      *ul_169, *ul_194, *ul_204, *ul_222, *ul_232, *ul_250, *ul_260, *ul_278, *ul_288;
  bool b_58, b_178, b_186, b_206, b_214, b_234, b_242, b_262, b_270;
  float f_66, f_67, f_132, f_133, f_142, f_143, f_144, f_150, f_151, f_152, f_153, f_154, f_160,
      f_161, f_162, f_163, f_164, f_170, f_171, f_172, f_173, f_174, f_177, f_179, f_180, f_187,
      f_195, f_197, f_205, f_207, f_208, f_215, f_223, f_225, f_233, f_235, f_236, f_243, f_251,
      f_253, f_261, f_263, f_264, f_271, f_279, f_281;
  int i_9, i_41, i_52, i_53, i_54, i_77, i_78, i_79, i_85, i_86, i_196, i_224, i_252, i_280;
  ul_0 = x;
  ul_1 = w;
  ul_2 = b;
  ul_3 = mask;
  ul_4 = y;
  __private float ul_6[4];
  __private float* ul_7 = ul_6;
  i_9 = SHAPE(0);
  i_32 = get_global_id(0);
  i_33 = i_32;
  if(i_33 < i_9)
  {
    i_34 = SHAPE(1);
    i_35 = SHAPE(2);
    i_36 = SHAPE(3);
    i_37 = SHAPE(4);
    i_38 = SHAPE(5);
    i_39 = SHAPE(6);
    i_40 = SHAPE(7);
    i_41 = SHAPE(8);
    i_42 = SHAPE(9);
    i_43 = SHAPE(10);
    i_44 = SHAPE(11);
    i_45 = SHAPE(12);
    i_46 = SHAPE(13);
    i_47 = SHAPE(14);
    i_48 = SHAPE(15);
    i_49 = SHAPE(16);
    i_50 = SHAPE(17);
    i_51 = SHAPE(18);
    i_52 = SHAPE(19);
    i_53 = SHAPE(20);
    i_54 = SHAPE(21);
    i_55 = i_33 % i_35;
    i_56 = i_35 + -1;
    i_57 = min((INDEX) i_55, (INDEX) i_56);
    b_58 = i_52 == 1;
    if(b_58)
    {
      i_59 = i_57 + i_49;
      ul_65 = ul_2 + ((long) i_59 << 2) + 16L;
      f_66 = *((__global float *) ul_65);
      f_67 = f_66;
    }
    else
    {
      f_67 = 0.0F;
    }
    ul_7[0] = f_67;
    ul_7[1] = f_67;
    ul_7[2] = f_67;
    ul_7[3] = f_67;
    i_68 = i_33 / i_35;
    i_69 = i_39 * i_40;
    i_70 = i_68 % i_69;
    i_71 = i_70 % i_40;
    i_72 = i_44 * i_71;
    i_73 = i_46 - i_72;
    i_74 = max((INDEX) 0, (INDEX) i_73);
    i_75 = i_74 * i_38;
    i_76 = i_72 - i_46;
    i_77 = i_37 - i_76;
    i_78 = min((INDEX) i_42, (INDEX) i_77);
    i_79 = i_78 * i_38;
    i_80 = i_70 / i_40;
    i_81 = i_43 * i_80;
    i_82 = i_45 - i_81;
    i_83 = max((INDEX) 0, (INDEX) i_82);
    i_84 = i_81 - i_45;
    i_85 = i_36 - i_84;
    i_86 = min((INDEX) i_41, (INDEX) i_85);
    i_87 = i_38 * i_42;
    i_88 = i_87 * i_35;
    i_89 = i_35 * i_39;
    i_90 = i_89 * i_40;
    i_91 = i_33 / i_90;
    i_92 = i_91 << 2;
    i_93 = i_92 + 3;
    i_94 = i_34 + -1;
    i_95 = min((INDEX) i_93, (INDEX) i_94);
    i_96 = i_95 * i_36;
    i_97 = i_96 * i_37;
    i_98 = i_97 * i_38;
    i_99 = i_92 + 2;
    i_100 = min((INDEX) i_99, (INDEX) i_94);
    i_101 = i_100 * i_36;
    i_102 = i_101 * i_37;
    i_103 = i_102 * i_38;
    i_104 = i_92 + 1;
    i_105 = min((INDEX) i_104, (INDEX) i_94);
    i_106 = i_105 * i_36;
    i_107 = i_106 * i_37;
    i_108 = i_107 * i_38;
    i_109 = min((INDEX) i_92, (INDEX) i_94);
    i_110 = i_109 * i_36;
    i_111 = i_110 * i_37;
    i_112 = i_111 * i_38;
    i_113 = i_83;
    for(;i_113 < i_86;)
    {
      i_114 = i_84 + i_113;
      i_115 = i_114 * i_37;
      i_116 = i_115 + i_76;
      i_117 = i_116 * i_38;
      i_118 = i_117 + i_47;
      i_119 = i_118 + i_98;
      i_120 = i_103 + i_118;
      i_121 = i_108 + i_118;
      i_122 = i_88 * i_113;
      i_123 = i_48 + i_122;
      i_124 = i_123 + i_57;
      i_125 = i_112 + i_118;
      i_126 = i_75;
      for(;i_126 < i_79;)
      {
        i_127 = i_125 + i_126;
        ul_131 = ul_0 + ((long) i_127 << 2) + 16L;
        f_132 = *((__global float *) ul_131);
        f_133 = ul_7[0];
        i_134 = i_126 * i_35;
        i_135 = i_124 + i_134;
        ul_141 = ul_1 + ((long) i_135 << 2) + 16L;
        f_142 = *((__global float *) ul_141);
        f_143 = f_132 * f_142;
        f_144 = f_143 + f_133;
        ul_7[0] = f_144;
        i_145 = i_121 + i_126;
        ul_149 = ul_0 + ((long) i_145 << 2) + 16L;
        f_150 = *((__global float *) ul_149);
        f_151 = ul_7[1];
        f_152 = *((__global float *) ul_141);
        f_153 = f_150 * f_152;
        f_154 = f_153 + f_151;
        ul_7[1] = f_154;
        i_155 = i_120 + i_126;
        ul_159 = ul_0 + ((long) i_155 << 2) + 16L;
        f_160 = *((__global float *) ul_159);
        f_161 = ul_7[2];
        f_162 = *((__global float *) ul_141);
        f_163 = f_160 * f_162;
        f_164 = f_163 + f_161;
        ul_7[2] = f_164;
        i_165 = i_119 + i_126;
        ul_169 = ul_0 + ((long) i_165 << 2) + 16L;
        f_170 = *((__global float *) ul_169);
        f_171 = ul_7[3];
        f_172 = *((__global float *) ul_141);
        f_173 = f_170 * f_172;
        f_174 = f_173 + f_171;
        ul_7[3] = f_174;
        i_175 = i_126 + 1;
        i_126 = i_175;
      }
      i_176 = i_113 + 1;
      i_113 = i_176;
    }
    f_177 = ul_7[0];
    b_178 = i_53 == 1;
    if(b_178)
    {
      f_179 = fmax(f_177, 0.0F);
      f_180 = f_179;
    }
    else
    {
      f_180 = f_177;
    }
    i_181 = i_109 * i_39;
    i_182 = i_181 * i_40;
    i_183 = i_182 + i_70;
    i_184 = i_183 * i_35;
    i_185 = i_184 + i_57;
    b_186 = i_54 == 0;
    if(b_186)
    {
      f_187 = f_180;
    }
    else
    {
      i_188 = i_185 + i_50;
      ul_194 = ul_3 + ((long) i_188 << 2) + 16L;
      f_195 = *((__global float *) ul_194);
      i_196 = isless(0.0F, f_195);
      if(i_196 == 1)
      {
        f_187 = f_180;
      }
      else
      {
        f_187 = 0.0F;
      }
    }
    ul_7[0] = f_187;
    f_197 = ul_7[0];
    i_198 = i_51 + i_185;
    ul_204 = ul_4 + ((long) i_198 << 2) + 16L;
    *((__global float *) ul_204) = f_197;
    f_205 = ul_7[1];
    b_206 = i_53 == 1;
    if(b_206)
    {
      f_207 = fmax(f_205, 0.0F);
      f_208 = f_207;
    }
    else
    {
      f_208 = f_205;
    }
    i_209 = i_105 * i_39;
    i_210 = i_209 * i_40;
    i_211 = i_210 + i_70;
    i_212 = i_211 * i_35;
    i_213 = i_212 + i_57;
    b_214 = i_54 == 0;
    if(b_214)
    {
      f_215 = f_208;
    }
    else
    {
      i_216 = i_213 + i_50;
      ul_222 = ul_3 + ((long) i_216 << 2) + 16L;
      f_223 = *((__global float *) ul_222);
      i_224 = isless(0.0F, f_223);
      if(i_224 == 1)
      {
        f_215 = f_208;
      }
      else
      {
        f_215 = 0.0F;
      }
    }
    ul_7[1] = f_215;
    f_225 = ul_7[1];
    i_226 = i_213 + i_51;
    ul_232 = ul_4 + ((long) i_226 << 2) + 16L;
    *((__global float *) ul_232) = f_225;
    f_233 = ul_7[2];
    b_234 = i_53 == 1;
    if(b_234)
    {
      f_235 = fmax(f_233, 0.0F);
      f_236 = f_235;
    }
    else
    {
      f_236 = f_233;
    }
    i_237 = i_100 * i_39;
    i_238 = i_237 * i_40;
    i_239 = i_238 + i_70;
    i_240 = i_239 * i_35;
    i_241 = i_240 + i_57;
    b_242 = i_54 == 0;
    if(b_242)
    {
      f_243 = f_236;
    }
    else
    {
      i_244 = i_241 + i_50;
      ul_250 = ul_3 + ((long) i_244 << 2) + 16L;
      f_251 = *((__global float *) ul_250);
      i_252 = isless(0.0F, f_251);
      if(i_252 == 1)
      {
        f_243 = f_236;
      }
      else
      {
        f_243 = 0.0F;
      }
    }
    ul_7[2] = f_243;
    f_253 = ul_7[2];
    i_254 = i_241 + i_51;
    ul_260 = ul_4 + ((long) i_254 << 2) + 16L;
    *((__global float *) ul_260) = f_253;
    f_261 = ul_7[3];
    b_262 = i_53 == 1;
    if(b_262)
    {
      f_263 = fmax(f_261, 0.0F);
      f_264 = f_263;
    }
    else
    {
      f_264 = f_261;
    }
    i_265 = i_95 * i_39;
    i_266 = i_265 * i_40;
    i_267 = i_266 + i_70;
    i_268 = i_267 * i_35;
    i_269 = i_268 + i_57;
    b_270 = i_54 == 0;
    if(b_270)
    {
      f_271 = f_264;
    }
    else
    {
      i_272 = i_269 + i_50;
      ul_278 = ul_3 + ((long) i_272 << 2) + 16L;
      f_279 = *((__global float *) ul_278);
      i_280 = isless(0.0F, f_279);
      if(i_280 == 1)
      {
        f_271 = f_264;
      }
      else
      {
        f_271 = 0.0F;
      }
    }
    ul_7[3] = f_271;
    f_281 = ul_7[3];
    i_282 = i_269 + i_51;
    ul_288 = ul_4 + ((long) i_282 << 2) + 16L;
    *((__global float *) ul_288) = f_281;
  }
  return;
}
