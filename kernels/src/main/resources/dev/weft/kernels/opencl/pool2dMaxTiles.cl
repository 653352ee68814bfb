// dev.weft.kernels.pool2d.Pool2dTiles.pool2dMaxTiles
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 08f19a8c0d8d5b1fb320f55b12f9d6114e97e9d43d66a5abce03aa64638a6a9d

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void pool2dMaxTiles(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict x,
    __global uchar *restrict y,
    __global uchar *restrict shape)
{
  INDEX i_18, i_19, i_20, i_21, i_22, i_23, i_24, i_25, i_26, i_27, i_28, i_29, i_30, i_31, i_32,
      i_33, i_34, i_35, i_36, i_37, i_38, i_39, i_40, i_41, i_42, i_43, i_44, i_45, i_46, i_47,
      i_48, i_49, i_50, i_51, i_52, i_53, i_54, i_55, i_56, i_57, i_100, i_101, i_102, i_103, i_104,
      i_105, i_180, i_181, i_183, i_184, i_185, i_186, i_228;
  __global uchar *ul_0, *ul_1, *ul_63, *ul_68, *ul_73, *ul_78, *ul_83, *ul_88, *ul_93, *ul_98,
      *ul_111, *ul_120, *ul_129, *ul_138, *ul_147, *ul_156, *ul_165, *ul_174, *ul_192, *ul_197,
      *ul_202, *ul_207, *ul_212, *ul_217, *ul_222, *ul_227;
  float f_64, f_69, f_74, f_79, f_84, f_89, f_94, f_99, f_112, f_113, f_115, f_116, f_121, f_122,
      f_124, f_125, f_130, f_131, f_133, f_134, f_139, f_140, f_142, f_143, f_148, f_149, f_151,
      f_152, f_157, f_158, f_160, f_161, f_166, f_167, f_169, f_170, f_175, f_176, f_178, f_179,
      f_182, f_193, f_198, f_203, f_208, f_213, f_218, f_223;
  int i_6, i_114, i_123, i_132, i_141, i_150, i_159, i_168, i_177;
  ul_0 = x;
  ul_1 = y;
  __private float ul_3[8];
  __private float* ul_4 = ul_3;
  i_6 = SHAPE(0);
  i_18 = get_global_id(0);
  i_19 = i_18;
  if(i_19 < i_6)
  {
    i_20 = SHAPE(1);
    i_21 = SHAPE(2);
    i_22 = SHAPE(3);
    i_23 = SHAPE(4);
    i_24 = SHAPE(5);
    i_25 = SHAPE(6);
    i_26 = SHAPE(7);
    i_27 = SHAPE(8);
    i_28 = SHAPE(9);
    i_29 = SHAPE(10);
    i_30 = i_24 + 7;
    i_31 = i_30 >> 31;
    i_32 = i_31 >> 29;
    i_33 = i_32 + i_30;
    i_34 = i_33 >> 3;
    i_35 = i_19 / i_34;
    i_36 = i_35 / i_20;
    i_37 = i_27 * i_36;
    i_38 = i_36 / i_26;
    i_39 = i_22 * i_38;
    i_40 = i_36 % i_26;
    i_41 = i_25 * i_40;
    i_42 = i_39 + i_41;
    i_43 = i_42 * i_23;
    i_44 = i_19 % i_34;
    i_45 = i_44 << 3;
    i_46 = i_24 + -8;
    i_47 = min((INDEX) i_45, (INDEX) i_46);
    i_48 = max((INDEX) i_47, (INDEX) 0);
    i_49 = i_35 % i_20;
    i_50 = i_21 * i_49;
    i_51 = 0;
    for(;i_51 < i_21;)
    {
      i_52 = i_50 + i_51;
      i_53 = i_52 * i_25;
      i_54 = i_43 + i_53;
      i_55 = i_54 * i_24;
      i_56 = i_55 + i_28;
      i_57 = i_48 + i_56;
      ul_63 = ul_0 + ((long) i_57 << 2) + 16L;
      f_64 = *((__global float *) ul_63);
      ul_4[0] = f_64;
      ul_68 = ul_0 + ((long) i_57 << 2) + 20L;
      f_69 = *((__global float *) ul_68);
      ul_4[1] = f_69;
      ul_73 = ul_0 + ((long) i_57 << 2) + 24L;
      f_74 = *((__global float *) ul_73);
      ul_4[2] = f_74;
      ul_78 = ul_0 + ((long) i_57 << 2) + 28L;
      f_79 = *((__global float *) ul_78);
      ul_4[3] = f_79;
      ul_83 = ul_0 + ((long) i_57 << 2) + 32L;
      f_84 = *((__global float *) ul_83);
      ul_4[4] = f_84;
      ul_88 = ul_0 + ((long) i_57 << 2) + 36L;
      f_89 = *((__global float *) ul_88);
      ul_4[5] = f_89;
      ul_93 = ul_0 + ((long) i_57 << 2) + 40L;
      f_94 = *((__global float *) ul_93);
      ul_4[6] = f_94;
      ul_98 = ul_0 + ((long) i_57 << 2) + 44L;
      f_99 = *((__global float *) ul_98);
      ul_4[7] = f_99;
      i_100 = 0;
      for(;i_100 < i_25;)
      {
        i_101 = i_100 * i_23;
        i_102 = 0;
        for(;i_102 < i_25;)
        {
          i_103 = i_101 + i_102;
          i_104 = i_103 * i_24;
          i_105 = i_104 + i_57;
          ul_111 = ul_0 + ((long) i_105 << 2) + 16L;
          f_112 = *((__global float *) ul_111);
          f_113 = ul_4[0];
          i_114 = isless(f_113, f_112);
          if(i_114 == 1)
          {
            f_115 = f_112;
          }
          else
          {
            f_116 = ul_4[0];
            f_115 = f_116;
          }
          ul_4[0] = f_115;
          ul_120 = ul_0 + ((long) i_105 << 2) + 20L;
          f_121 = *((__global float *) ul_120);
          f_122 = ul_4[1];
          i_123 = isless(f_122, f_121);
          if(i_123 == 1)
          {
            f_124 = f_121;
          }
          else
          {
            f_125 = ul_4[1];
            f_124 = f_125;
          }
          ul_4[1] = f_124;
          ul_129 = ul_0 + ((long) i_105 << 2) + 24L;
          f_130 = *((__global float *) ul_129);
          f_131 = ul_4[2];
          i_132 = isless(f_131, f_130);
          if(i_132 == 1)
          {
            f_133 = f_130;
          }
          else
          {
            f_134 = ul_4[2];
            f_133 = f_134;
          }
          ul_4[2] = f_133;
          ul_138 = ul_0 + ((long) i_105 << 2) + 28L;
          f_139 = *((__global float *) ul_138);
          f_140 = ul_4[3];
          i_141 = isless(f_140, f_139);
          if(i_141 == 1)
          {
            f_142 = f_139;
          }
          else
          {
            f_143 = ul_4[3];
            f_142 = f_143;
          }
          ul_4[3] = f_142;
          ul_147 = ul_0 + ((long) i_105 << 2) + 32L;
          f_148 = *((__global float *) ul_147);
          f_149 = ul_4[4];
          i_150 = isless(f_149, f_148);
          if(i_150 == 1)
          {
            f_151 = f_148;
          }
          else
          {
            f_152 = ul_4[4];
            f_151 = f_152;
          }
          ul_4[4] = f_151;
          ul_156 = ul_0 + ((long) i_105 << 2) + 36L;
          f_157 = *((__global float *) ul_156);
          f_158 = ul_4[5];
          i_159 = isless(f_158, f_157);
          if(i_159 == 1)
          {
            f_160 = f_157;
          }
          else
          {
            f_161 = ul_4[5];
            f_160 = f_161;
          }
          ul_4[5] = f_160;
          ul_165 = ul_0 + ((long) i_105 << 2) + 40L;
          f_166 = *((__global float *) ul_165);
          f_167 = ul_4[6];
          i_168 = isless(f_167, f_166);
          if(i_168 == 1)
          {
            f_169 = f_166;
          }
          else
          {
            f_170 = ul_4[6];
            f_169 = f_170;
          }
          ul_4[6] = f_169;
          ul_174 = ul_0 + ((long) i_105 << 2) + 44L;
          f_175 = *((__global float *) ul_174);
          f_176 = ul_4[7];
          i_177 = isless(f_176, f_175);
          if(i_177 == 1)
          {
            f_178 = f_175;
          }
          else
          {
            f_179 = ul_4[7];
            f_178 = f_179;
          }
          ul_4[7] = f_178;
          i_180 = i_102 + 1;
          i_102 = i_180;
        }
        i_181 = i_100 + 1;
        i_100 = i_181;
      }
      f_182 = ul_4[0];
      i_183 = i_37 + i_52;
      i_184 = i_183 * i_24;
      i_185 = i_184 + i_29;
      i_186 = i_185 + i_48;
      ul_192 = ul_1 + ((long) i_186 << 2) + 16L;
      *((__global float *) ul_192) = f_182;
      f_193 = ul_4[1];
      ul_197 = ul_1 + ((long) i_186 << 2) + 20L;
      *((__global float *) ul_197) = f_193;
      f_198 = ul_4[2];
      ul_202 = ul_1 + ((long) i_186 << 2) + 24L;
      *((__global float *) ul_202) = f_198;
      f_203 = ul_4[3];
      ul_207 = ul_1 + ((long) i_186 << 2) + 28L;
      *((__global float *) ul_207) = f_203;
      f_208 = ul_4[4];
      ul_212 = ul_1 + ((long) i_186 << 2) + 32L;
      *((__global float *) ul_212) = f_208;
      f_213 = ul_4[5];
      ul_217 = ul_1 + ((long) i_186 << 2) + 36L;
      *((__global float *) ul_217) = f_213;
      f_218 = ul_4[6];
      ul_222 = ul_1 + ((long) i_186 << 2) + 40L;
      *((__global float *) ul_222) = f_218;
      f_223 = ul_4[7];
      ul_227 = ul_1 + ((long) i_186 << 2) + 44L;
      *((__global float *) ul_227) = f_223;
      i_228 = i_51 + 1;
      i_51 = i_228;
    }
  }
  return;
}
