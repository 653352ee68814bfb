// dev.weft.kernels.pool2d.Pool2dTiles.pool2dMaxBackwardNarrowTiles
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 6c0ac51858e00b9e5a22297ade06ef881898a2b7980ab94296dda9300c28404f

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void pool2dMaxBackwardNarrowTiles(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict dy,
    __global uchar *restrict x,
    __global uchar *restrict dx,
    __global uchar *restrict shape)
{
  INDEX i_27, i_28, i_29, i_30, i_31, i_32, i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_45,
      i_46, i_47, i_48, i_49, i_50, i_51, i_52, i_53, i_54, i_55, i_56, i_57, i_58, i_59, i_60,
      i_61, i_62, i_63, i_64, i_65, i_66, i_67, i_68, i_69, i_70, i_71, i_72, i_73, i_74, i_75,
      i_76, i_77, i_78, i_79, i_80, i_81, i_82, i_83, i_84, i_93, i_98, i_99, i_100, i_101, i_102,
      i_108, i_109, i_110, i_111, i_112, i_120, i_126, i_134, i_140, i_148, i_154, i_162, i_168,
      i_176, i_182, i_190, i_196, i_204, i_210, i_218, i_220, i_221, i_222, i_223, i_224, i_225,
      i_241, i_255, i_269, i_283, i_297, i_311, i_325, i_339, i_340, i_341, i_342, i_344, i_351,
      i_352, i_353, i_354, i_355, i_368, i_381, i_394, i_407, i_420, i_433, i_446, i_456, i_457,
      i_463, i_469, i_475, i_481, i_487, i_493, i_499, i_504, i_505, i_506;
  __global uchar *ul_0, *ul_1, *ul_2, *ul_106, *ul_116, *ul_124, *ul_130, *ul_138, *ul_144, *ul_152,
      *ul_158, *ul_166, *ul_172, *ul_180, *ul_186, *ul_194, *ul_200, *ul_208, *ul_214, *ul_229,
      *ul_245, *ul_259, *ul_273, *ul_287, *ul_301, *ul_315, *ul_329, *ul_359, *ul_372, *ul_385,
      *ul_398, *ul_411, *ul_424, *ul_437, *ul_450, *ul_461, *ul_467, *ul_473, *ul_479, *ul_485,
      *ul_491, *ul_497, *ul_503;
  bool b_43, b_85, b_87, b_88, b_89, b_94;
  float f_44, f_86, f_107, f_117, f_119, f_125, f_131, f_133, f_139, f_145, f_147, f_153, f_159,
      f_161, f_167, f_173, f_175, f_181, f_187, f_189, f_195, f_201, f_203, f_209, f_215, f_217,
      f_230, f_231, f_233, f_235, f_236, f_237, f_239, f_240, f_246, f_247, f_249, f_250, f_251,
      f_253, f_254, f_260, f_261, f_263, f_264, f_265, f_267, f_268, f_274, f_275, f_277, f_278,
      f_279, f_281, f_282, f_288, f_289, f_291, f_292, f_293, f_295, f_296, f_302, f_303, f_305,
      f_306, f_307, f_309, f_310, f_316, f_317, f_319, f_320, f_321, f_323, f_324, f_330, f_331,
      f_333, f_334, f_335, f_337, f_338, f_345, f_347, f_349, f_350, f_360, f_362, f_364, f_366,
      f_367, f_373, f_375, f_377, f_379, f_380, f_386, f_388, f_390, f_392, f_393, f_399, f_401,
      f_403, f_405, f_406, f_412, f_414, f_416, f_418, f_419, f_425, f_427, f_429, f_431, f_432,
      f_438, f_440, f_442, f_444, f_445, f_451, f_453, f_455, f_462, f_468, f_474, f_480, f_486,
      f_492, f_498;
  int i_11, i_41, i_42, i_90, i_91, i_92, i_95, i_96, i_97, i_118, i_132, i_146, i_160, i_174,
      i_188, i_202, i_216, i_219, i_232, i_234, i_238, i_248, i_252, i_262, i_266, i_276, i_280,
      i_290, i_294, i_304, i_308, i_318, i_322, i_332, i_336, i_343, i_346, i_348, i_361, i_363,
      i_365, i_374, i_376, i_378, i_387, i_389, i_391, i_400, i_402, i_404, i_413, i_415, i_417,
      i_426, i_428, i_430, i_439, i_441, i_443, i_452, i_454;
  ul_0 = dy;
  ul_1 = x;
  ul_2 = dx;
  __private float ul_4[8];
  __private float* ul_5 = ul_4;
  __private float ul_6[8];
  __private float* ul_7 = ul_6;
  __private float ul_8[8];
  __private float* ul_9 = ul_8;
  i_11 = SHAPE(0);
  i_27 = get_global_id(0);
  i_28 = i_27;
  if(i_28 < i_11)
  {
    i_29 = SHAPE(1);
    i_30 = SHAPE(2);
    i_31 = SHAPE(3);
    i_32 = SHAPE(4);
    i_33 = SHAPE(5);
    i_34 = SHAPE(6);
    i_35 = SHAPE(7);
    i_36 = SHAPE(8);
    i_37 = SHAPE(9);
    i_38 = SHAPE(10);
    i_39 = SHAPE(11);
    i_40 = SHAPE(12);
    i_41 = SHAPE(13);
    i_42 = SHAPE(14);
    b_43 = i_41 == 0;
    if(b_43)
    {
      f_44 = 1.0F;
    }
    else
    {
      f_44 = 0.0F;
    }
    i_45 = i_33 + 7;
    i_46 = i_45 >> 31;
    i_47 = i_46 >> 29;
    i_48 = i_47 + i_45;
    i_49 = i_48 >> 3;
    i_50 = i_28 / i_49;
    i_51 = i_50 / i_29;
    i_52 = i_51 % i_37;
    i_53 = i_35 + -1;
    i_54 = min((INDEX) i_52, (INDEX) i_53);
    i_55 = i_29 * i_37;
    i_56 = i_50 / i_55;
    i_57 = i_56 * i_35;
    i_58 = i_54 + i_57;
    i_59 = i_58 * i_36;
    i_60 = i_34 * i_52;
    i_61 = i_31 * i_56;
    i_62 = i_60 + i_61;
    i_63 = i_62 * i_32;
    i_64 = i_36 + -1;
    i_65 = min((INDEX) 8, (INDEX) i_33);
    i_66 = i_65 + -1;
    i_67 = min((INDEX) 7, (INDEX) i_66);
    i_68 = min((INDEX) 6, (INDEX) i_66);
    i_69 = min((INDEX) 5, (INDEX) i_66);
    i_70 = min((INDEX) 4, (INDEX) i_66);
    i_71 = min((INDEX) 3, (INDEX) i_66);
    i_72 = min((INDEX) 2, (INDEX) i_66);
    i_73 = min((INDEX) 1, (INDEX) i_66);
    i_74 = i_28 % i_49;
    i_75 = i_74 << 3;
    i_76 = i_33 + -8;
    i_77 = min((INDEX) i_75, (INDEX) i_76);
    i_78 = max((INDEX) i_77, (INDEX) 0);
    i_79 = min((INDEX) 0, (INDEX) i_66);
    i_80 = i_50 % i_29;
    i_81 = i_30 * i_80;
    i_82 = 0;
    for(;i_82 < i_30;)
    {
      i_83 = i_81 + i_82;
      i_84 = min((INDEX) i_83, (INDEX) i_64);
      b_85 = i_42 == 1;
      if(b_85)
      {
        f_86 = 1.0F;
      }
      else
      {
        b_87 = i_83 == i_84;
        if(b_87)
        {
          b_88 = i_54 == i_52;
          if(b_88)
          {
            f_86 = 1.0F;
          }
          else
          {
            f_86 = 0.0F;
          }
        }
        else
        {
          f_86 = 0.0F;
        }
      }
      b_89 = i_42 == 1;
      if(b_89)
      {
        i_90 = i_34;
      }
      else
      {
        i_91 = i_31 - i_60;
        i_92 = min((INDEX) i_34, (INDEX) i_91);
        i_90 = i_92;
      }
      i_93 = i_83 * i_34;
      b_94 = i_42 == 1;
      if(b_94)
      {
        i_95 = i_34;
      }
      else
      {
        i_96 = i_32 - i_93;
        i_97 = min((INDEX) i_34, (INDEX) i_96);
        i_95 = i_97;
      }
      i_98 = i_63 + i_93;
      i_99 = i_98 * i_33;
      i_100 = i_78 + i_99;
      i_101 = i_100 + i_39;
      i_102 = i_101 + i_79;
      ul_106 = ul_1 + ((long) i_102 << 2) + 16L;
      f_107 = *((__global float *) ul_106);
      ul_5[0] = f_107;
      ul_7[0] = 0.0F;
      i_108 = i_59 + i_84;
      i_109 = i_108 * i_33;
      i_110 = i_109 + i_38;
      i_111 = i_110 + i_78;
      i_112 = i_111 + i_79;
      ul_116 = ul_0 + ((long) i_112 << 2) + 16L;
      f_117 = *((__global float *) ul_116);
      i_118 = isless(0.0F, f_86);
      if(i_118 == 1)
      {
        f_119 = f_117;
      }
      else
      {
        f_119 = 0.0F;
      }
      ul_9[0] = f_119;
      i_120 = i_73 + i_101;
      ul_124 = ul_1 + ((long) i_120 << 2) + 16L;
      f_125 = *((__global float *) ul_124);
      ul_5[1] = f_125;
      ul_7[1] = 0.0F;
      i_126 = i_111 + i_73;
      ul_130 = ul_0 + ((long) i_126 << 2) + 16L;
      f_131 = *((__global float *) ul_130);
      i_132 = isless(0.0F, f_86);
      if(i_132 == 1)
      {
        f_133 = f_131;
      }
      else
      {
        f_133 = 0.0F;
      }
      ul_9[1] = f_133;
      i_134 = i_72 + i_101;
      ul_138 = ul_1 + ((long) i_134 << 2) + 16L;
      f_139 = *((__global float *) ul_138);
      ul_5[2] = f_139;
      ul_7[2] = 0.0F;
      i_140 = i_111 + i_72;
      ul_144 = ul_0 + ((long) i_140 << 2) + 16L;
      f_145 = *((__global float *) ul_144);
      i_146 = isless(0.0F, f_86);
      if(i_146 == 1)
      {
        f_147 = f_145;
      }
      else
      {
        f_147 = 0.0F;
      }
      ul_9[2] = f_147;
      i_148 = i_71 + i_101;
      ul_152 = ul_1 + ((long) i_148 << 2) + 16L;
      f_153 = *((__global float *) ul_152);
      ul_5[3] = f_153;
      ul_7[3] = 0.0F;
      i_154 = i_111 + i_71;
      ul_158 = ul_0 + ((long) i_154 << 2) + 16L;
      f_159 = *((__global float *) ul_158);
      i_160 = isless(0.0F, f_86);
      if(i_160 == 1)
      {
        f_161 = f_159;
      }
      else
      {
        f_161 = 0.0F;
      }
      ul_9[3] = f_161;
      i_162 = i_70 + i_101;
      ul_166 = ul_1 + ((long) i_162 << 2) + 16L;
      f_167 = *((__global float *) ul_166);
      ul_5[4] = f_167;
      ul_7[4] = 0.0F;
      i_168 = i_111 + i_70;
      ul_172 = ul_0 + ((long) i_168 << 2) + 16L;
      f_173 = *((__global float *) ul_172);
      i_174 = isless(0.0F, f_86);
      if(i_174 == 1)
      {
        f_175 = f_173;
      }
      else
      {
        f_175 = 0.0F;
      }
      ul_9[4] = f_175;
      i_176 = i_69 + i_101;
      ul_180 = ul_1 + ((long) i_176 << 2) + 16L;
      f_181 = *((__global float *) ul_180);
      ul_5[5] = f_181;
      ul_7[5] = 0.0F;
      i_182 = i_111 + i_69;
      ul_186 = ul_0 + ((long) i_182 << 2) + 16L;
      f_187 = *((__global float *) ul_186);
      i_188 = isless(0.0F, f_86);
      if(i_188 == 1)
      {
        f_189 = f_187;
      }
      else
      {
        f_189 = 0.0F;
      }
      ul_9[5] = f_189;
      i_190 = i_68 + i_101;
      ul_194 = ul_1 + ((long) i_190 << 2) + 16L;
      f_195 = *((__global float *) ul_194);
      ul_5[6] = f_195;
      ul_7[6] = 0.0F;
      i_196 = i_111 + i_68;
      ul_200 = ul_0 + ((long) i_196 << 2) + 16L;
      f_201 = *((__global float *) ul_200);
      i_202 = isless(0.0F, f_86);
      if(i_202 == 1)
      {
        f_203 = f_201;
      }
      else
      {
        f_203 = 0.0F;
      }
      ul_9[6] = f_203;
      i_204 = i_67 + i_101;
      ul_208 = ul_1 + ((long) i_204 << 2) + 16L;
      f_209 = *((__global float *) ul_208);
      ul_5[7] = f_209;
      ul_7[7] = 0.0F;
      i_210 = i_111 + i_67;
      ul_214 = ul_0 + ((long) i_210 << 2) + 16L;
      f_215 = *((__global float *) ul_214);
      i_216 = isless(0.0F, f_86);
      if(i_216 == 1)
      {
        f_217 = f_215;
      }
      else
      {
        f_217 = 0.0F;
      }
      ul_9[7] = f_217;
      i_218 = 0;
      for(;i_218 < i_90;)
      {
        i_219 = i_218 * i_34;
        i_220 = i_218 * i_32;
        i_221 = 0;
        for(;i_221 < i_95;)
        {
          i_222 = i_220 + i_221;
          i_223 = i_222 * i_33;
          i_224 = i_223 + i_101;
          i_225 = i_224 + i_79;
          ul_229 = ul_1 + ((long) i_225 << 2) + 16L;
          f_230 = *((__global float *) ul_229);
          f_231 = ul_5[0];
          i_232 = i_219 + i_221;
          f_233 = (float) i_232;
          i_234 = isless(f_231, f_230);
          if(i_234 == 1)
          {
            f_235 = f_233;
          }
          else
          {
            f_236 = ul_7[0];
            f_235 = f_236;
          }
          ul_7[0] = f_235;
          f_237 = ul_5[0];
          i_238 = isless(f_237, f_230);
          if(i_238 == 1)
          {
            f_239 = f_230;
          }
          else
          {
            f_240 = ul_5[0];
            f_239 = f_240;
          }
          ul_5[0] = f_239;
          i_241 = i_224 + i_73;
          ul_245 = ul_1 + ((long) i_241 << 2) + 16L;
          f_246 = *((__global float *) ul_245);
          f_247 = ul_5[1];
          i_248 = isless(f_247, f_246);
          if(i_248 == 1)
          {
            f_249 = f_233;
          }
          else
          {
            f_250 = ul_7[1];
            f_249 = f_250;
          }
          ul_7[1] = f_249;
          f_251 = ul_5[1];
          i_252 = isless(f_251, f_246);
          if(i_252 == 1)
          {
            f_253 = f_246;
          }
          else
          {
            f_254 = ul_5[1];
            f_253 = f_254;
          }
          ul_5[1] = f_253;
          i_255 = i_224 + i_72;
          ul_259 = ul_1 + ((long) i_255 << 2) + 16L;
          f_260 = *((__global float *) ul_259);
          f_261 = ul_5[2];
          i_262 = isless(f_261, f_260);
          if(i_262 == 1)
          {
            f_263 = f_233;
          }
          else
          {
            f_264 = ul_7[2];
            f_263 = f_264;
          }
          ul_7[2] = f_263;
          f_265 = ul_5[2];
          i_266 = isless(f_265, f_260);
          if(i_266 == 1)
          {
            f_267 = f_260;
          }
          else
          {
            f_268 = ul_5[2];
            f_267 = f_268;
          }
          ul_5[2] = f_267;
          i_269 = i_224 + i_71;
          ul_273 = ul_1 + ((long) i_269 << 2) + 16L;
          f_274 = *((__global float *) ul_273);
          f_275 = ul_5[3];
          i_276 = isless(f_275, f_274);
          if(i_276 == 1)
          {
            f_277 = f_233;
          }
          else
          {
            f_278 = ul_7[3];
            f_277 = f_278;
          }
          ul_7[3] = f_277;
          f_279 = ul_5[3];
          i_280 = isless(f_279, f_274);
          if(i_280 == 1)
          {
            f_281 = f_274;
          }
          else
          {
            f_282 = ul_5[3];
            f_281 = f_282;
          }
          ul_5[3] = f_281;
          i_283 = i_224 + i_70;
          ul_287 = ul_1 + ((long) i_283 << 2) + 16L;
          f_288 = *((__global float *) ul_287);
          f_289 = ul_5[4];
          i_290 = isless(f_289, f_288);
          if(i_290 == 1)
          {
            f_291 = f_233;
          }
          else
          {
            f_292 = ul_7[4];
            f_291 = f_292;
          }
          ul_7[4] = f_291;
          f_293 = ul_5[4];
          i_294 = isless(f_293, f_288);
          if(i_294 == 1)
          {
            f_295 = f_288;
          }
          else
          {
            f_296 = ul_5[4];
            f_295 = f_296;
          }
          ul_5[4] = f_295;
          i_297 = i_224 + i_69;
          ul_301 = ul_1 + ((long) i_297 << 2) + 16L;
          f_302 = *((__global float *) ul_301);
          f_303 = ul_5[5];
          i_304 = isless(f_303, f_302);
          if(i_304 == 1)
          {
            f_305 = f_233;
          }
          else
          {
            f_306 = ul_7[5];
            f_305 = f_306;
          }
          ul_7[5] = f_305;
          f_307 = ul_5[5];
          i_308 = isless(f_307, f_302);
          if(i_308 == 1)
          {
            f_309 = f_302;
          }
          else
          {
            f_310 = ul_5[5];
            f_309 = f_310;
          }
          ul_5[5] = f_309;
          i_311 = i_224 + i_68;
          ul_315 = ul_1 + ((long) i_311 << 2) + 16L;
          f_316 = *((__global float *) ul_315);
          f_317 = ul_5[6];
          i_318 = isless(f_317, f_316);
          if(i_318 == 1)
          {
            f_319 = f_233;
          }
          else
          {
            f_320 = ul_7[6];
            f_319 = f_320;
          }
          ul_7[6] = f_319;
          f_321 = ul_5[6];
          i_322 = isless(f_321, f_316);
          if(i_322 == 1)
          {
            f_323 = f_316;
          }
          else
          {
            f_324 = ul_5[6];
            f_323 = f_324;
          }
          ul_5[6] = f_323;
          i_325 = i_224 + i_67;
          ul_329 = ul_1 + ((long) i_325 << 2) + 16L;
          f_330 = *((__global float *) ul_329);
          f_331 = ul_5[7];
          i_332 = isless(f_331, f_330);
          if(i_332 == 1)
          {
            f_333 = f_233;
          }
          else
          {
            f_334 = ul_7[7];
            f_333 = f_334;
          }
          ul_7[7] = f_333;
          f_335 = ul_5[7];
          i_336 = isless(f_335, f_330);
          if(i_336 == 1)
          {
            f_337 = f_330;
          }
          else
          {
            f_338 = ul_5[7];
            f_337 = f_338;
          }
          ul_5[7] = f_337;
          i_339 = i_221 + 1;
          i_221 = i_339;
        }
        i_340 = i_218 + 1;
        i_218 = i_340;
      }
      i_341 = 0;
      for(;i_341 < i_90;)
      {
        i_342 = i_341 * i_32;
        i_343 = i_341 * i_34;
        i_344 = 0;
        for(;i_344 < i_95;)
        {
          f_345 = ul_7[0];
          i_346 = i_343 + i_344;
          f_347 = (float) i_346;
          i_348 = isequal(f_345, f_347);
          if(i_348 == 1)
          {
            f_349 = ul_9[0];
            f_350 = f_349;
          }
          else
          {
            f_350 = 0.0F;
          }
          i_351 = i_342 + i_344;
          i_352 = i_351 * i_33;
          i_353 = i_352 + i_100;
          i_354 = i_353 + i_39;
          i_355 = i_354 + i_79;
          ul_359 = ul_1 + ((long) i_355 << 2) + 16L;
          f_360 = *((__global float *) ul_359);
          i_361 = isless(0.0F, f_360);
          if(i_361 == 1)
          {
            f_362 = f_350;
          }
          else
          {
            i_363 = isless(0.0F, f_44);
            if(i_363 == 1)
            {
              f_362 = f_350;
            }
            else
            {
              f_362 = 0.0F;
            }
          }
          ul_5[0] = f_362;
          f_364 = ul_7[1];
          i_365 = isequal(f_347, f_364);
          if(i_365 == 1)
          {
            f_366 = ul_9[1];
            f_367 = f_366;
          }
          else
          {
            f_367 = 0.0F;
          }
          i_368 = i_354 + i_73;
          ul_372 = ul_1 + ((long) i_368 << 2) + 16L;
          f_373 = *((__global float *) ul_372);
          i_374 = isless(0.0F, f_373);
          if(i_374 == 1)
          {
            f_375 = f_367;
          }
          else
          {
            i_376 = isless(0.0F, f_44);
            if(i_376 == 1)
            {
              f_375 = f_367;
            }
            else
            {
              f_375 = 0.0F;
            }
          }
          ul_5[1] = f_375;
          f_377 = ul_7[2];
          i_378 = isequal(f_347, f_377);
          if(i_378 == 1)
          {
            f_379 = ul_9[2];
            f_380 = f_379;
          }
          else
          {
            f_380 = 0.0F;
          }
          i_381 = i_354 + i_72;
          ul_385 = ul_1 + ((long) i_381 << 2) + 16L;
          f_386 = *((__global float *) ul_385);
          i_387 = isless(0.0F, f_386);
          if(i_387 == 1)
          {
            f_388 = f_380;
          }
          else
          {
            i_389 = isless(0.0F, f_44);
            if(i_389 == 1)
            {
              f_388 = f_380;
            }
            else
            {
              f_388 = 0.0F;
            }
          }
          ul_5[2] = f_388;
          f_390 = ul_7[3];
          i_391 = isequal(f_347, f_390);
          if(i_391 == 1)
          {
            f_392 = ul_9[3];
            f_393 = f_392;
          }
          else
          {
            f_393 = 0.0F;
          }
          i_394 = i_354 + i_71;
          ul_398 = ul_1 + ((long) i_394 << 2) + 16L;
          f_399 = *((__global float *) ul_398);
          i_400 = isless(0.0F, f_399);
          if(i_400 == 1)
          {
            f_401 = f_393;
          }
          else
          {
            i_402 = isless(0.0F, f_44);
            if(i_402 == 1)
            {
              f_401 = f_393;
            }
            else
            {
              f_401 = 0.0F;
            }
          }
          ul_5[3] = f_401;
          f_403 = ul_7[4];
          i_404 = isequal(f_347, f_403);
          if(i_404 == 1)
          {
            f_405 = ul_9[4];
            f_406 = f_405;
          }
          else
          {
            f_406 = 0.0F;
          }
          i_407 = i_354 + i_70;
          ul_411 = ul_1 + ((long) i_407 << 2) + 16L;
          f_412 = *((__global float *) ul_411);
          i_413 = isless(0.0F, f_412);
          if(i_413 == 1)
          {
            f_414 = f_406;
          }
          else
          {
            i_415 = isless(0.0F, f_44);
            if(i_415 == 1)
            {
              f_414 = f_406;
            }
            else
            {
              f_414 = 0.0F;
            }
          }
          ul_5[4] = f_414;
          f_416 = ul_7[5];
          i_417 = isequal(f_347, f_416);
          if(i_417 == 1)
          {
            f_418 = ul_9[5];
            f_419 = f_418;
          }
          else
          {
            f_419 = 0.0F;
          }
          i_420 = i_354 + i_69;
          ul_424 = ul_1 + ((long) i_420 << 2) + 16L;
          f_425 = *((__global float *) ul_424);
          i_426 = isless(0.0F, f_425);
          if(i_426 == 1)
          {
            f_427 = f_419;
          }
          else
          {
            i_428 = isless(0.0F, f_44);
            if(i_428 == 1)
            {
              f_427 = f_419;
            }
            else
            {
              f_427 = 0.0F;
            }
          }
          ul_5[5] = f_427;
          f_429 = ul_7[6];
          i_430 = isequal(f_347, f_429);
          if(i_430 == 1)
          {
            f_431 = ul_9[6];
            f_432 = f_431;
          }
          else
          {
            f_432 = 0.0F;
          }
          i_433 = i_354 + i_68;
          ul_437 = ul_1 + ((long) i_433 << 2) + 16L;
          f_438 = *((__global float *) ul_437);
          i_439 = isless(0.0F, f_438);
          if(i_439 == 1)
          {
            f_440 = f_432;
          }
          else
          {
            i_441 = isless(0.0F, f_44);
            if(i_441 == 1)
            {
              f_440 = f_432;
            }
            else
            {
              f_440 = 0.0F;
            }
          }
          ul_5[6] = f_440;
          f_442 = ul_7[7];
          i_443 = isequal(f_347, f_442);
          if(i_443 == 1)
          {
            f_444 = ul_9[7];
            f_445 = f_444;
          }
          else
          {
            f_445 = 0.0F;
          }
          i_446 = i_354 + i_67;
          ul_450 = ul_1 + ((long) i_446 << 2) + 16L;
          f_451 = *((__global float *) ul_450);
          i_452 = isless(0.0F, f_451);
          if(i_452 == 1)
          {
            f_453 = f_445;
          }
          else
          {
            i_454 = isless(0.0F, f_44);
            if(i_454 == 1)
            {
              f_453 = f_445;
            }
            else
            {
              f_453 = 0.0F;
            }
          }
          ul_5[7] = f_453;
          f_455 = ul_5[0];
          i_456 = i_40 + i_353;
          i_457 = i_456 + i_79;
          ul_461 = ul_2 + ((long) i_457 << 2) + 16L;
          *((__global float *) ul_461) = f_455;
          f_462 = ul_5[1];
          i_463 = i_456 + i_73;
          ul_467 = ul_2 + ((long) i_463 << 2) + 16L;
          *((__global float *) ul_467) = f_462;
          f_468 = ul_5[2];
          i_469 = i_456 + i_72;
          ul_473 = ul_2 + ((long) i_469 << 2) + 16L;
          *((__global float *) ul_473) = f_468;
          f_474 = ul_5[3];
          i_475 = i_456 + i_71;
          ul_479 = ul_2 + ((long) i_475 << 2) + 16L;
          *((__global float *) ul_479) = f_474;
          f_480 = ul_5[4];
          i_481 = i_456 + i_70;
          ul_485 = ul_2 + ((long) i_481 << 2) + 16L;
          *((__global float *) ul_485) = f_480;
          f_486 = ul_5[5];
          i_487 = i_456 + i_69;
          ul_491 = ul_2 + ((long) i_487 << 2) + 16L;
          *((__global float *) ul_491) = f_486;
          f_492 = ul_5[6];
          i_493 = i_456 + i_68;
          ul_497 = ul_2 + ((long) i_493 << 2) + 16L;
          *((__global float *) ul_497) = f_492;
          f_498 = ul_5[7];
          i_499 = i_456 + i_67;
          ul_503 = ul_2 + ((long) i_499 << 2) + 16L;
          *((__global float *) ul_503) = f_498;
          i_504 = i_344 + 1;
          i_344 = i_504;
        }
        i_505 = i_341 + 1;
        i_341 = i_505;
      }
      i_506 = i_82 + 1;
      i_82 = i_506;
    }
  }
  return;
}
