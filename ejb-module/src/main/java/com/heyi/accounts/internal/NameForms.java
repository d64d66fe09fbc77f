package com.heyi.accounts.internal;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;

/** One name in the forms in which records of the same person differ. */
final class NameForms {
  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");

  /** With the readings that surnames have (单 is Shan, 仇 is Qiu). */
  private static final Transliterator LATIN =
      Transliterator.getInstance("Han-Latin/Names; Latin-ASCII");

  private NameForms() {}

  /** Without spaces and dots, in simplified characters. */
  static String simplified(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s·•．.]", "");
    synchronized (SIMPLIFIED) {
      return SIMPLIFIED.transliterate(plain).toLowerCase(Locale.ROOT);
    }
  }

  /** In pinyin, letters only: 张伟, 張偉 and Zhang Wei are all {@code zhangwei}. */
  static String pinyin(String name) {
    String simplified = simplified(name);
    synchronized (LATIN) {
      return LATIN.transliterate(simplified).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
  }
}
