package com.heyi.complaints.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of a text: English words in lower case, and Chinese as pairs of neighbouring
 * characters, which need no dictionary. Numbers and what the CFPB blackened (XXXX) tell nothing and
 * are left out.
 */
final class Words extends Analyzer {
  private static final int LONGEST = 40;
  private static final Pattern NOTHING = Pattern.compile("x{2,}.*|[\\d.,]+");
  private static final CharArraySet STOPS =
      CharArraySet.copy(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new StandardTokenizer();
    TokenStream words = new LowerCaseFilter(new CJKWidthFilter(source));
    words = new CJKBigramFilter(words);
    words = new PatternReplaceFilter(words, NOTHING, "", true);
    words = new LengthFilter(words, 2, LONGEST);
    return new TokenStreamComponents(source, new StopFilter(words, STOPS));
  }

  /**
   * Each word, and each pair of neighbouring English words, with its weight: one plus the logarithm
   * of how often it stands there, all scaled so that long texts weigh no more than short ones.
   */
  Map<String, Double> weights(String text) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    String before = null;
    for (String word : list(text)) {
      counts.merge(word, 1, Integer::sum);
      if (before != null && isLatin(before) && isLatin(word)) {
        counts.merge(before + " " + word, 1, Integer::sum);
      }
      before = word;
    }
    Map<String, Double> weights = new LinkedHashMap<>();
    double length = 0;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      double weight = 1 + Math.log(count.getValue());
      weights.put(count.getKey(), weight);
      length += weight * weight;
    }
    double scale = length == 0 ? 1 : 1 / Math.sqrt(length);
    weights.replaceAll((word, weight) -> weight * scale);
    return weights;
  }

  /** The different words of a text. */
  Set<String> set(String text) {
    return new LinkedHashSet<>(list(text));
  }

  private List<String> list(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static boolean isLatin(String word) {
    return word.charAt(0) < 0x2E80;
  }
}
