package com.heyi.complaints.triage;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Finds the texts most like one, by Lucene's "more like this". Kept in memory and made anew now and
 * then, so that nothing of an erased person lies about on a disk.
 */
public final class LikeCases {
  private static final String TEXT = "text";
  private static final String ID = "id";
  private static final String LABEL = "label";
  private static final int MOST_WORDS = 40;

  private final IndexSearcher searcher;
  private final Words words = new Words();

  private LikeCases(IndexReader reader) {
    this.searcher = new IndexSearcher(reader);
  }

  /**
   * A text like another.
   *
   * @param id what the text is of
   * @param label its label
   * @param score how alike, in thousandths of a score that has no upper end: for ordering only
   */
  public record Like(String id, String label, int score) {}

  /** An index of these texts. */
  public static LikeCases of(Iterable<Labelled> texts) {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try {
      try (Words words = new Words();
          IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(words))) {
        for (Labelled text : texts) {
          Document document = new Document();
          document.add(new StoredField(ID, text.id()));
          document.add(new StoredField(LABEL, text.label() == null ? "" : text.label()));
          document.add(new TextField(TEXT, text.text(), Field.Store.NO));
          writer.addDocument(document);
        }
      }
      return new LikeCases(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts most like this one, the most alike first. */
  public List<Like> like(String text, int most) {
    try {
      MoreLikeThis query = new MoreLikeThis(searcher.getIndexReader());
      query.setAnalyzer(words);
      query.setFieldNames(new String[] {TEXT});
      query.setMinTermFreq(1);
      query.setMinDocFreq(1);
      query.setMaxQueryTerms(MOST_WORDS);
      query.setBoost(true);
      Query alike = query.like(TEXT, new StringReader(text));
      List<Like> found = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(alike, most).scoreDocs) {
        Document document = searcher.storedFields().document(hit.doc);
        found.add(new Like(document.get(ID), document.get(LABEL), Math.round(hit.score * 1000)));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The labels of the texts most like this one, each counted by how alike, the weightiest first.
   */
  public List<String> vote(String text, int neighbours) {
    Map<String, Long> votes = new HashMap<>();
    like(text, neighbours).forEach(one -> votes.merge(one.label(), (long) one.score(), Long::sum));
    return votes.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  public int size() {
    return searcher.getIndexReader().numDocs();
  }
}
