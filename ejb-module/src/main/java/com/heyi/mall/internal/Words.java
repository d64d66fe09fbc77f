package com.heyi.mall.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts a text into words: Chinese by Lucene's SmartCN, which knows a dictionary and how likely
 * words follow each other; English into lower-case stems. The same cut is made of names and of what
 * somebody looks for, so that they meet.
 */
final class Words {
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2,}");
  private static final Analyzer ANALYZER = new SmartChineseAnalyzer();

  private Words() {}

  /**
   * The characters of the Chinese words among these: 杯 is asked for by who means a 保温杯, which is
   * one word.
   */
  static List<String> characters(List<String> words) {
    return words.stream()
        .filter(word -> CHINESE.matcher(word).matches())
        .flatMap(word -> word.codePoints().mapToObj(Character::toString))
        .distinct()
        .toList();
  }

  /** The words of a text, in their order. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = ANALYZER.tokenStream("name", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot be read", e);
    }
    return words;
  }
}
