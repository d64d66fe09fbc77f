package com.heyi.shared.work;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/**
 * Goes through many keys in their order, each once, of which no more than a slice is held in
 * memory.
 *
 * @param <K> a key, by which the next slice goes on behind the last one
 */
public final class Slices<K> implements Iterator<K> {
  private final Source<K> source;
  private final UnaryOperator<List<K>> wanted;
  private final int size;
  private Iterator<K> slice = List.<K>of().iterator();
  private K last;
  private boolean over;
  private long count;

  private Slices(Source<K> source, UnaryOperator<List<K>> wanted, int size) {
    this.source = source;
    this.wanted = wanted;
    this.size = size;
  }

  /**
   * Where slices come from.
   *
   * @param <K> a key
   */
  @FunctionalInterface
  public interface Source<K> {
    /**
     * The keys behind one, in their order.
     *
     * @param after null begins
     * @param most how many at the most
     */
    List<K> after(K after, int most);
  }

  /** All keys of a source, so many at a time. */
  public static <K> Slices<K> of(int size, Source<K> source) {
    return new Slices<>(source, UnaryOperator.identity(), size);
  }

  /**
   * The same, of which some are left out.
   *
   * @param wanted which of a slice are not
   */
  public Slices<K> only(UnaryOperator<List<K>> wanted) {
    return new Slices<>(source, wanted, size);
  }

  @Override
  public boolean hasNext() {
    while (!slice.hasNext() && !over) {
      List<K> keys = source.after(last, size);
      over = keys.size() < size;
      if (!keys.isEmpty()) {
        last = keys.get(keys.size() - 1);
        slice = wanted.apply(keys).iterator();
      }
    }
    return slice.hasNext();
  }

  @Override
  public K next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    count++;
    return slice.next();
  }

  /** How many have been gone through. */
  public long count() {
    return count;
  }
}
