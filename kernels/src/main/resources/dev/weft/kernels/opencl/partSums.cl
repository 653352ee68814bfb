// dev.weft.kernels.PartSums.partSums
// Made by TornadoVM 5.2.0-jdk25 and tornado/export-kernels; not to be edited.
// Java code: sha256 349b7df45ade946f2cf46b481dc2df96fb0ab9e021ec0825dd9d99a9b9429ba7

#ifndef SHAPE
#define SHAPE(i) (((__global int *) (shape + 16))[i])
#endif
#ifndef INDEX
#define INDEX int
#endif

__kernel void partSums(__global long *_kernel_context,
    __constant uchar *_constant_region,
    __local uchar *_local_region,
    __global int *_atomics,
    __global uchar *restrict sums,
    __global uchar *restrict out,
    __global uchar *restrict shape)
{
  INDEX i_8, i_10, i_12, i_14, i_16, i_18, i_19, i_20, i_22, i_23, i_24, i_26, i_27, i_28, i_29,
      i_30, i_47, i_48, i_55, i_56, i_57, i_64, i_65, i_66, i_73, i_74, i_75, i_82, i_83, i_84,
      i_91, i_92, i_93, i_100, i_101, i_102, i_109, i_110, i_111, i_118, i_119, i_120, i_127, i_128,
      i_129, i_136, i_137, i_138, i_145, i_146, i_147, i_154, i_155, i_156, i_163, i_164, i_165,
      i_172, i_173, i_174, i_181, i_182, i_183, i_190, i_192, i_193, i_194, i_201;
  __global uchar *ul_0, *ul_1, *ul_52, *ul_61, *ul_70, *ul_79, *ul_88, *ul_97, *ul_106, *ul_115,
      *ul_124, *ul_133, *ul_142, *ul_151, *ul_160, *ul_169, *ul_178, *ul_187, *ul_198, *ul_205;
  bool b_25;
  float f_31, f_32, f_33, f_34, f_35, f_36, f_37, f_38, f_39, f_40, f_41, f_42, f_43, f_44, f_45,
      f_46, f_53, f_54, f_62, f_63, f_71, f_72, f_80, f_81, f_89, f_90, f_98, f_99, f_107, f_108,
      f_116, f_117, f_125, f_126, f_134, f_135, f_143, f_144, f_152, f_153, f_161, f_162, f_170,
      f_171, f_179, f_180, f_188, f_189, f_191, f_199, f_200, f_206, f_207, f_208, f_209, f_210,
      f_211, f_212, f_213, f_214, f_215, f_216, f_217, f_218, f_219, f_220, f_221;
  int i_6;
  ul_0 = sums;
  ul_1 = out;
  __private float ul_3[16];
  __private float* ul_4 = ul_3;
  i_6 = SHAPE(0);
  i_8 = SHAPE(1);
  i_10 = SHAPE(2);
  i_12 = SHAPE(3);
  i_14 = SHAPE(4);
  i_16 = SHAPE(5);
  i_18 = SHAPE(6);
  i_19 = i_10 % 16;
  i_20 = i_10 - i_19;
  i_22 = get_global_id(0);
  i_23 = i_22;
  if(i_23 < i_6)
  {
    i_24 = i_8 + i_23;
    b_25 = i_24 < i_12;
    if(b_25)
    {
      i_26 = i_16 + i_24;
      i_27 = i_26;
    }
    else
    {
      i_28 = i_18 + i_24;
      i_29 = i_28 - i_12;
      i_27 = i_29;
    }
    ul_4[0] = 0.0F;
    ul_4[1] = 0.0F;
    ul_4[2] = 0.0F;
    ul_4[3] = 0.0F;
    ul_4[4] = 0.0F;
    ul_4[5] = 0.0F;
    ul_4[6] = 0.0F;
    ul_4[7] = 0.0F;
    ul_4[8] = 0.0F;
    ul_4[9] = 0.0F;
    ul_4[10] = 0.0F;
    ul_4[11] = 0.0F;
    ul_4[12] = 0.0F;
    ul_4[13] = 0.0F;
    ul_4[14] = 0.0F;
    ul_4[15] = 0.0F;
    i_30 = 0;
    f_31 = 0.0F;
    f_32 = 0.0F;
    f_33 = 0.0F;
    f_34 = 0.0F;
    f_35 = 0.0F;
    f_36 = 0.0F;
    f_37 = 0.0F;
    f_38 = 0.0F;
    f_39 = 0.0F;
    f_40 = 0.0F;
    f_41 = 0.0F;
    f_42 = 0.0F;
    f_43 = 0.0F;
    f_44 = 0.0F;
    f_45 = 0.0F;
    f_46 = 0.0F;
    for(;i_30 < i_20;)
    {
      i_47 = i_14 * i_30;
      i_48 = i_47 + i_24;
      ul_52 = ul_0 + ((long) i_48 << 2) + 16L;
      f_53 = *((__global float *) ul_52);
      f_54 = f_31 + f_53;
      ul_4[0] = f_54;
      i_55 = i_30 + 1;
      i_56 = i_55 * i_14;
      i_57 = i_56 + i_24;
      ul_61 = ul_0 + ((long) i_57 << 2) + 16L;
      f_62 = *((__global float *) ul_61);
      f_63 = f_32 + f_62;
      ul_4[1] = f_63;
      i_64 = i_30 + 2;
      i_65 = i_64 * i_14;
      i_66 = i_65 + i_24;
      ul_70 = ul_0 + ((long) i_66 << 2) + 16L;
      f_71 = *((__global float *) ul_70);
      f_72 = f_33 + f_71;
      ul_4[2] = f_72;
      i_73 = i_30 + 3;
      i_74 = i_73 * i_14;
      i_75 = i_74 + i_24;
      ul_79 = ul_0 + ((long) i_75 << 2) + 16L;
      f_80 = *((__global float *) ul_79);
      f_81 = f_34 + f_80;
      ul_4[3] = f_81;
      i_82 = i_30 + 4;
      i_83 = i_82 * i_14;
      i_84 = i_83 + i_24;
      ul_88 = ul_0 + ((long) i_84 << 2) + 16L;
      f_89 = *((__global float *) ul_88);
      f_90 = f_35 + f_89;
      ul_4[4] = f_90;
      i_91 = i_30 + 5;
      i_92 = i_91 * i_14;
      i_93 = i_92 + i_24;
      ul_97 = ul_0 + ((long) i_93 << 2) + 16L;
      f_98 = *((__global float *) ul_97);
      f_99 = f_36 + f_98;
      ul_4[5] = f_99;
      i_100 = i_30 + 6;
      i_101 = i_100 * i_14;
      i_102 = i_101 + i_24;
      ul_106 = ul_0 + ((long) i_102 << 2) + 16L;
      f_107 = *((__global float *) ul_106);
      f_108 = f_37 + f_107;
      ul_4[6] = f_108;
      i_109 = i_30 + 7;
      i_110 = i_109 * i_14;
      i_111 = i_110 + i_24;
      ul_115 = ul_0 + ((long) i_111 << 2) + 16L;
      f_116 = *((__global float *) ul_115);
      f_117 = f_38 + f_116;
      ul_4[7] = f_117;
      i_118 = i_30 + 8;
      i_119 = i_118 * i_14;
      i_120 = i_119 + i_24;
      ul_124 = ul_0 + ((long) i_120 << 2) + 16L;
      f_125 = *((__global float *) ul_124);
      f_126 = f_39 + f_125;
      ul_4[8] = f_126;
      i_127 = i_30 + 9;
      i_128 = i_127 * i_14;
      i_129 = i_128 + i_24;
      ul_133 = ul_0 + ((long) i_129 << 2) + 16L;
      f_134 = *((__global float *) ul_133);
      f_135 = f_40 + f_134;
      ul_4[9] = f_135;
      i_136 = i_30 + 10;
      i_137 = i_136 * i_14;
      i_138 = i_137 + i_24;
      ul_142 = ul_0 + ((long) i_138 << 2) + 16L;
      f_143 = *((__global float *) ul_142);
      f_144 = f_41 + f_143;
      ul_4[10] = f_144;
      i_145 = i_30 + 11;
      i_146 = i_145 * i_14;
      i_147 = i_146 + i_24;
      ul_151 = ul_0 + ((long) i_147 << 2) + 16L;
      f_152 = *((__global float *) ul_151);
      f_153 = f_42 + f_152;
      ul_4[11] = f_153;
      i_154 = i_30 + 12;
      i_155 = i_154 * i_14;
      i_156 = i_155 + i_24;
      ul_160 = ul_0 + ((long) i_156 << 2) + 16L;
      f_161 = *((__global float *) ul_160);
      f_162 = f_43 + f_161;
      ul_4[12] = f_162;
      i_163 = i_30 + 13;
      i_164 = i_163 * i_14;
      i_165 = i_164 + i_24;
      ul_169 = ul_0 + ((long) i_165 << 2) + 16L;
      f_170 = *((__global float *) ul_169);
      f_171 = f_44 + f_170;
      ul_4[13] = f_171;
      i_172 = i_30 + 14;
      i_173 = i_172 * i_14;
      i_174 = i_173 + i_24;
      ul_178 = ul_0 + ((long) i_174 << 2) + 16L;
      f_179 = *((__global float *) ul_178);
      f_180 = f_45 + f_179;
      ul_4[14] = f_180;
      i_181 = i_30 + 15;
      i_182 = i_181 * i_14;
      i_183 = i_182 + i_24;
      ul_187 = ul_0 + ((long) i_183 << 2) + 16L;
      f_188 = *((__global float *) ul_187);
      f_189 = f_46 + f_188;
      ul_4[15] = f_189;
      i_190 = i_30 + 16;
      i_30 = i_190;
      f_31 = f_54;
      f_32 = f_63;
      f_33 = f_72;
      f_34 = f_81;
      f_35 = f_90;
      f_36 = f_99;
      f_37 = f_108;
      f_38 = f_117;
      f_39 = f_126;
      f_40 = f_135;
      f_41 = f_144;
      f_42 = f_153;
      f_43 = f_162;
      f_44 = f_171;
      f_45 = f_180;
      f_46 = f_189;
    }
    f_191 = 0.0F;
    i_192 = i_20;
    for(;i_192 < i_10;)
    {
      i_193 = i_192 * i_14;
      i_194 = i_193 + i_24;
      ul_198 = ul_0 + ((long) i_194 << 2) + 16L;
      f_199 = *((__global float *) ul_198);
      f_200 = f_191 + f_199;
      i_201 = i_192 + 1;
      f_191 = f_200;
      i_192 = i_201;
    }
    ul_205 = ul_1 + ((long) i_27 << 2) + 16L;
    f_206 = f_191 + f_31;
    f_207 = f_206 + f_32;
    f_208 = f_207 + f_33;
    f_209 = f_208 + f_34;
    f_210 = f_209 + f_35;
    f_211 = f_210 + f_36;
    f_212 = f_211 + f_37;
    f_213 = f_212 + f_38;
    f_214 = f_213 + f_39;
    f_215 = f_214 + f_40;
    f_216 = f_215 + f_41;
    f_217 = f_216 + f_42;
    f_218 = f_217 + f_43;
    f_219 = f_218 + f_44;
    f_220 = f_219 + f_45;
    f_221 = f_220 + f_46;
    *((__global float *) ul_205) = f_221;
  }
  return;
}
