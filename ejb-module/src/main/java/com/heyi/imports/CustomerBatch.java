package com.heyi.imports;

import com.heyi.shared.value.Ids;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A batch over many customers. Its file is the list of them, written when it is started; so it has
 * the place, the progress, the rejects and the way through a crash of every import. Each row names
 * what the batch is about, such as a campaign, and a customer.
 */
public abstract class CustomerBatch implements ImportHandler {
  private static final String CUSTOMER = "customer";

  private final String kind;
  private final String about;

  /**
   * @param kind as {@link ImportHandler#kind}
   * @param about the column that names what the batch is about
   */
  protected CustomerBatch(String kind, String about) {
    this.kind = kind;
    this.about = about;
  }

  /** The list that a batch works off, with its header. */
  protected static Iterator<String> list(String about, Object value, Iterator<UUID> customers) {
    return BatchList.of(about + "," + CUSTOMER, customers, customer -> value + "," + customer);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public boolean queuedOnly() {
    return true;
  }

  @Override
  public List<String> columns() {
    return List.of(about, CUSTOMER);
  }

  @Override
  public ImportOutcome load(List<ImportRecord> group) {
    return loadAll(List.of(group));
  }

  @Override
  public ImportOutcome loadAll(List<List<ImportRecord>> groups) {
    Map<String, List<ImportRecord>> slices =
        groups.stream()
            .flatMap(List::stream)
            .collect(
                Collectors.groupingBy(row -> row.get(about), TreeMap::new, Collectors.toList()));
    return slices.entrySet().stream()
        .map(slice -> work(slice.getKey(), slice.getValue()))
        .reduce(ImportOutcome.loaded(0), ImportOutcome::plus);
  }

  /**
   * Works off a slice of the list in the running transaction.
   *
   * @param value what it is about, as the file says it
   * @param rows never empty
   */
  protected abstract ImportOutcome work(String value, List<ImportRecord> rows);

  /** The id of a row's customer; empty when there stands none. */
  protected static Optional<UUID> customer(ImportRecord row) {
    return Ids.find(row.get(CUSTOMER));
  }
}
