// dev.weft.kernels.conv2d.Conv2dPoints.conv2dSinglePoints
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 bc469c36982410883c7a1991727f2c88c9c20aad5f2919c39d2ae152de3a9aee

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
      i_184, i_185, i_186, i_187, i_188, i_191, i_201, i_215, i_216, i_217, i_218, i_219, i_222,
      i_232, i_246, i_247, i_248, i_249, i_250, i_253, i_263, i_277, i_278, i_279, i_280, i_281,
      i_284, i_294;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_3, *ul_4, *ul_65, *ul_131, *ul_141, *ul_149, *ul_159,
      *ul_169, *ul_197, *ul_207, *ul_228, *ul_238, *ul_259, *ul_269, *ul_290, *ul_300;
  bool b_58, b_181, b_189, b_212, b_220, b_243, b_251, b_274, b_282;
  float f_66, f_67, f_132, f_133, f_142, f_143, f_144, f_150, f_151, f_152, f_153, f_154, f_160,
      f_161, f_162, f_163, f_164, f_170, f_171, f_172, f_173, f_174, f_177, f_179, f_180, f_182,
      f_183, f_190, f_198, f_200, f_208, f_210, f_211, f_213, f_214, f_221, f_229, f_231, f_239,
      f_241, f_242, f_244, f_245, f_252, f_260, f_262, f_270, f_272, f_273, f_275, f_276, f_283,
      f_291, f_293;
  int i_9, i_41, i_52, i_53, i_54, i_77, i_78, i_79, i_85, i_86, i_178, i_199, i_209, i_230, i_240,
      i_261, i_271, i_292;
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
    i_178 = isless(f_177, 0.0F);
    if(i_178 == 1)
    {
      f_179 = 0.0F;
    }
    else
    {
      f_180 = ul_7[0];
      f_179 = f_180;
    }
    b_181 = i_53 == 1;
    if(b_181)
    {
      f_182 = f_179;
    }
    else
    {
      f_183 = ul_7[0];
      f_182 = f_183;
    }
    i_184 = i_109 * i_39;
    i_185 = i_184 * i_40;
    i_186 = i_185 + i_70;
    i_187 = i_186 * i_35;
    i_188 = i_187 + i_57;
    b_189 = i_54 == 0;
    if(b_189)
    {
      f_190 = f_182;
    }
    else
    {
      i_191 = i_188 + i_50;
      ul_197 = ul_3 + ((long) i_191 << 2) + 16L;
      f_198 = *((__global float *) ul_197);
      i_199 = isless(0.0F, f_198);
      if(i_199 == 1)
      {
        f_190 = f_182;
      }
      else
      {
        f_190 = 0.0F;
      }
    }
    ul_7[0] = f_190;
    f_200 = ul_7[0];
    i_201 = i_51 + i_188;
    ul_207 = ul_4 + ((long) i_201 << 2) + 16L;
    *((__global float *) ul_207) = f_200;
    f_208 = ul_7[1];
    i_209 = isless(f_208, 0.0F);
    if(i_209 == 1)
    {
      f_210 = 0.0F;
    }
    else
    {
      f_211 = ul_7[1];
      f_210 = f_211;
    }
    b_212 = i_53 == 1;
    if(b_212)
    {
      f_213 = f_210;
    }
    else
    {
      f_214 = ul_7[1];
      f_213 = f_214;
    }
    i_215 = i_105 * i_39;
    i_216 = i_215 * i_40;
    i_217 = i_216 + i_70;
    i_218 = i_217 * i_35;
    i_219 = i_218 + i_57;
    b_220 = i_54 == 0;
    if(b_220)
    {
      f_221 = f_213;
    }
    else
    {
      i_222 = i_219 + i_50;
      ul_228 = ul_3 + ((long) i_222 << 2) + 16L;
      f_229 = *((__global float *) ul_228);
      i_230 = isless(0.0F, f_229);
      if(i_230 == 1)
      {
        f_221 = f_213;
      }
      else
      {
        f_221 = 0.0F;
      }
    }
    ul_7[1] = f_221;
    f_231 = ul_7[1];
    i_232 = i_219 + i_51;
    ul_238 = ul_4 + ((long) i_232 << 2) + 16L;
    *((__global float *) ul_238) = f_231;
    f_239 = ul_7[2];
    i_240 = isless(f_239, 0.0F);
    if(i_240 == 1)
    {
      f_241 = 0.0F;
    }
    else
    {
      f_242 = ul_7[2];
      f_241 = f_242;
    }
    b_243 = i_53 == 1;
    if(b_243)
    {
      f_244 = f_241;
    }
    else
    {
      f_245 = ul_7[2];
      f_244 = f_245;
    }
    i_246 = i_100 * i_39;
    i_247 = i_246 * i_40;
    i_248 = i_247 + i_70;
    i_249 = i_248 * i_35;
    i_250 = i_249 + i_57;
    b_251 = i_54 == 0;
    if(b_251)
    {
      f_252 = f_244;
    }
    else
    {
      i_253 = i_250 + i_50;
      ul_259 = ul_3 + ((long) i_253 << 2) + 16L;
      f_260 = *((__global float *) ul_259);
      i_261 = isless(0.0F, f_260);
      if(i_261 == 1)
      {
        f_252 = f_244;
      }
      else
      {
        f_252 = 0.0F;
      }
    }
    ul_7[2] = f_252;
    f_262 = ul_7[2];
    i_263 = i_250 + i_51;
    ul_269 = ul_4 + ((long) i_263 << 2) + 16L;
    *((__global float *) ul_269) = f_262;
    f_270 = ul_7[3];
    i_271 = isless(f_270, 0.0F);
    if(i_271 == 1)
    {
      f_272 = 0.0F;
    }
    else
    {
      f_273 = ul_7[3];
      f_272 = f_273;
    }
    b_274 = i_53 == 1;
    if(b_274)
    {
      f_275 = f_272;
    }
    else
    {
      f_276 = ul_7[3];
      f_275 = f_276;
    }
    i_277 = i_95 * i_39;
    i_278 = i_277 * i_40;
    i_279 = i_278 + i_70;
    i_280 = i_279 * i_35;
    i_281 = i_280 + i_57;
    b_282 = i_54 == 0;
    if(b_282)
    {
      f_283 = f_275;
    }
    else
    {
      i_284 = i_281 + i_50;
      ul_290 = ul_3 + ((long) i_284 << 2) + 16L;
      f_291 = *((__global float *) ul_290);
      i_292 = isless(0.0F, f_291);
      if(i_292 == 1)
      {
        f_283 = f_275;
      }
      else
      {
        f_283 = 0.0F;
      }
    }
    ul_7[3] = f_283;
    f_293 = ul_7[3];
    i_294 = i_281 + i_51;
    ul_300 = ul_4 + ((long) i_294 << 2) + 16L;
    *((__global float *) ul_300) = f_293;
  }
  return;
}
