package com.heyi.complaints.triage;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.dataset.MinimumCardinalityDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Suggests labels for a text: a linear model (multinomial logistic regression) over its words,
 * which therefore can say by which. Trained with a fixed seed: the same texts give the same model.
 */
public final class TextModel {
  /**
   * A word counts only when so many texts have it: rarer ones are names and typing errors, and a
   * name must not live on in a model.
   */
  static final int FEWEST_TEXTS_OF_A_WORD = 3;

  private static final int EPOCHS = 15;
  private static final long SEED = 20_260_302L;
  private static final int WORDS_SHOWN = 6;
  private static final LabelFactory LABELS = new LabelFactory();

  private final LinearSGDModel model;
  private final Words words = new Words();

  private TextModel(LinearSGDModel model) {
    this.model = model;
  }

  /**
   * Learns.
   *
   * @throws IllegalArgumentException when there are fewer than two labels to tell apart
   */
  public static TextModel train(List<Labelled> texts) {
    if (texts.stream().map(Labelled::label).distinct().count() < 2) {
      throw new IllegalArgumentException("There is nothing to tell apart");
    }
    Words words = new Words();
    MutableDataset<Label> all =
        new MutableDataset<>(new SimpleDataSourceProvenance("complaints", LABELS), LABELS);
    for (Labelled text : texts) {
      Example<Label> example = example(words, text.text(), new Label(text.label()));
      if (example.size() > 0) {
        all.add(example);
      }
    }
    LinearSGDTrainer trainer =
        new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(learningRate()), EPOCHS, -1, 1, SEED);
    return new TextModel(
        (LinearSGDModel)
            trainer.train(new MinimumCardinalityDataset<>(all, FEWEST_TEXTS_OF_A_WORD)));
  }

  /** The likeliest labels, the likeliest first; none for a text without any word that it knows. */
  public List<Guess> guess(String text, int most) {
    Example<Label> example = example(words, text, LabelFactory.UNKNOWN_LABEL);
    if (example.size() == 0 || !knowsAny(example)) {
      return List.of();
    }
    Prediction<Label> prediction = model.predict(example);
    Map<String, List<Pair<String, Double>>> reasons =
        model.getExcuse(example).map(Excuse::getScores).orElse(Map.of());
    return prediction.getOutputScores().values().stream()
        .sorted(Comparator.comparingDouble(Label::getScore).reversed())
        .limit(most)
        .map(
            label ->
                new Guess(
                    label.getLabel(),
                    (int) Math.round(label.getScore() * 1000),
                    strongest(reasons.getOrDefault(label.getLabel(), List.of()), example)))
        .toList();
  }

  /** The likeliest label, or empty text when it knows no word. */
  String best(String text) {
    List<Guess> guesses = guess(text, 1);
    return guesses.isEmpty() ? "" : guesses.get(0).label();
  }

  /** How many labels it tells apart. */
  public int labels() {
    return model.getOutputIDInfo().size();
  }

  /** How many words it knows. */
  public int words() {
    return model.getFeatureIDMap().size();
  }

  /** The model in the library's own portable form, packed. */
  public byte[] bytes() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      model.serialize().writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** The model that {@link #bytes} gave. */
  public static TextModel read(byte[] bytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new TextModel((LinearSGDModel) Model.deserialize(ModelProto.parseFrom(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean knowsAny(Example<Label> example) {
    for (Feature feature : example) {
      if (model.getFeatureIDMap().get(feature.getName()) != null) {
        return true;
      }
    }
    return false;
  }

  private static double learningRate() {
    return 0.5;
  }

  /** The bias of a label is no word of the text. */
  private static List<String> strongest(List<Pair<String, Double>> scored, Example<Label> example) {
    Set<String> own = new HashSet<>();
    example.forEach(feature -> own.add(feature.getName()));
    return scored.stream()
        .filter(one -> one.getB() > 0 && own.contains(one.getA()))
        .sorted(Comparator.comparingDouble((Pair<String, Double> one) -> one.getB()).reversed())
        .limit(WORDS_SHOWN)
        .map(Pair::getA)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Example<Label> example(Words words, String text, Label label) {
    List<Feature> features = new ArrayList<>();
    words.weights(text).forEach((word, weight) -> features.add(new Feature(word, weight)));
    return new ArrayExample<>(label, features);
  }
}
