package com.heyi.web.ui;

import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.Sort;
import com.heyi.shared.text.Texts;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.primefaces.PrimeFaces;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/**
 * A facade's list as a page shows it. What is shown is kept in the address ({@code ?who=chen&
 * sort=-recordedAt&page=2&rows=50}), so that a list can be bookmarked, sent to a colleague and come
 * back to. Made once for a view:
 *
 * <pre>{@code
 * private LazyList<AuditEntryView> list;
 *
 * public void open() { // the page's f:viewAction
 *   list = LazyList.of(audit::list, "who", "action");
 * }
 * }</pre>
 *
 * @param <V> the view record of a row
 */
public final class LazyList<V> extends LazyDataModel<V> {
  private static final long serialVersionUID = 1L;
  private static final List<Integer> SIZES = List.of(20, 50, 100);

  /** The filter that says whose list it is: part of the page, so it is neither told nor cleared. */
  private static final String SUBJECT = "id";

  /** Where the tag {@code heyi:list} puts the table. */
  private static final String TABLE = "list:table";

  /** Bounds a page number typed by hand, so that the offset stays a number. */
  private static final int LAST_PAGE = 1_000_000;

  private final transient Function<PageRequest, Page<V>> source;
  private final Map<String, String> filters = new LinkedHashMap<>();
  private final Map<String, String> preset = new LinkedHashMap<>();
  private final Set<String> personal = new HashSet<>();
  private int start;
  private int rows;
  private transient Sort sort;
  private transient Page<V> opened;
  private String trouble;
  private boolean more;
  private long mostCounted = Long.MAX_VALUE;

  private LazyList(Function<PageRequest, Page<V>> source) {
    this.source = source;
  }

  /**
   * Reads from the address what is wanted, and loads it. Whoever may not see the list is refused
   * here, before anything of the page is written.
   *
   * @param source the facade's list
   * @param filterNames the filters that the page offers, as the facade names them
   * @throws HeyiException when the caller may not see the list
   */
  public static <V> LazyList<V> of(Function<PageRequest, Page<V>> source, String... filterNames) {
    return of(source, Set.of(), filterNames);
  }

  /**
   * The same for a list with filters by personal values: these are sent by POST, stand in no
   * address, and are taken from none.
   *
   * @param personal those of the filters
   */
  public static <V> LazyList<V> of(
      Function<PageRequest, Page<V>> source, Set<String> personal, String... filterNames) {
    return of(source, personal, Map.of(), filterNames);
  }

  /**
   * The same for a list that begins with filters of its own, which whoever wants more clears: an
   * address that names such a filter without a value asks for everything.
   *
   * @param preset values of the filters that the address does not name
   */
  public static <V> LazyList<V> presetting(
      Map<String, String> preset, Function<PageRequest, Page<V>> source, String... filterNames) {
    LazyList<V> list = new LazyList<>(source);
    list.preset.putAll(preset);
    list.read(Map.of(), filterNames);
    return list;
  }

  /**
   * The same for a list that may have been searched before.
   *
   * @param kept filters and order of a search that was kept; when empty, the request's count
   */
  public static <V> LazyList<V> of(
      Function<PageRequest, Page<V>> source,
      Set<String> personal,
      Map<String, String> kept,
      String... filterNames) {
    LazyList<V> list = new LazyList<>(source);
    list.personal.addAll(personal);
    list.read(kept, filterNames);
    return list;
  }

  private void read(Map<String, String> kept, String... filterNames) {
    ExternalContext request = FacesContext.getCurrentInstance().getExternalContext();
    Map<String, String> asked = kept.isEmpty() ? Address.asked(request) : kept;
    boolean sayable =
        !kept.isEmpty() || "POST".equals(((HttpServletRequest) request.getRequest()).getMethod());
    for (String name : filterNames) {
      String value = sayable || !personal.contains(name) ? asked.get(name) : null;
      String wanted = value == null ? preset.get(name) : value;
      filters.put(name, wanted == null || wanted.isBlank() ? null : wanted.strip());
    }
    String order = asked.get("sort");
    sort = order == null || order.isBlank() ? null : Sort.parse(order);
    int size = whole(asked.get("rows"), SIZES.get(0));
    rows = SIZES.contains(size) ? size : SIZES.get(0);
    int page = Math.min(Math.max(whole(asked.get("page"), 1), 1), LAST_PAGE);
    start = (page - 1) * rows;
    opened = fetch(start, rows);
    if (trouble != null) {
      // An order that the list does not know is one that the table does not know either.
      sort = null;
    }
  }

  /** Values of the filters by their names, as they stand in the address. */
  public Map<String, String> getFilters() {
    return filters;
  }

  /** How the form of the filters is sent: by POST when any of them is personal. */
  public String getMethod() {
    return personal.isEmpty() ? "get" : "post";
  }

  /** Whether any filter narrows the list. */
  public boolean isFiltered() {
    return filters.entrySet().stream()
        .anyMatch(filter -> filter.getValue() != null && !SUBJECT.equals(filter.getKey()));
  }

  /** The query of the same list without its filters. */
  public String getClearedQuery() {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (filters.get(SUBJECT) != null) {
      parameters.put(SUBJECT, filters.get(SUBJECT));
    }
    preset.keySet().forEach(name -> parameters.put(name, ""));
    return query(parameters);
  }

  /** Number of the first row shown, from 0. */
  public int getStart() {
    return start;
  }

  /** Rows on a page. */
  public int getRows() {
    return rows;
  }

  /** The same list, whose facade counts no further than one more than this. */
  public LazyList<V> countedUpTo(long most) {
    mostCounted = most;
    return this;
  }

  /** How many rows match in all; as many as are counted when there are more. */
  public long getTotal() {
    long total = opened == null || opened.total() == null ? getRowCount() : opened.total();
    return Math.min(total, mostCounted);
  }

  /** Whether more rows match than are counted. */
  public boolean isMore() {
    return more || opened != null && opened.total() != null && opened.total() > mostCounted;
  }

  /** Why the list could not be read, in the caller's language, or null. */
  public String getTrouble() {
    return trouble;
  }

  /** The order that the address asks for, for the table; null for the list's own. */
  public SortMeta getOrder() {
    return sort == null || !hasColumn(sort.field())
        ? null
        : SortMeta.builder()
            .field(sort.field())
            .order(sort.descending() ? SortOrder.DESCENDING : SortOrder.ASCENDING)
            .build();
  }

  /** Whether the table can show that order: it fails on one that none of its columns has. */
  private static boolean hasColumn(String field) {
    UIComponent table = FacesContext.getCurrentInstance().getViewRoot().findComponent(TABLE);
    return table != null
        && table.getChildren().stream()
            .map(column -> column.getValueExpression("sortBy"))
            .filter(Objects::nonNull)
            .anyMatch(by -> by.getExpressionString().endsWith("." + field + "}"));
  }

  /** The order in the address, or null. */
  public String getSortText() {
    return sort == null ? null : sort.text();
  }

  @Override
  public int count(Map<String, FilterMeta> filterBy) {
    // The facade tells the total together with the rows; load passes it on.
    return 0;
  }

  @Override
  public List<V> load(
      int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
    Sort wanted = sortBy.values().stream().findFirst().map(LazyList::sort).orElse(null);
    boolean asOpened =
        opened != null && first == start && pageSize == rows && Objects.equals(wanted, sort);
    start = first;
    rows = pageSize;
    sort = wanted;
    Page<V> page = asOpened ? opened : fetch(first, pageSize);
    opened = null;
    long all = page.total() == null ? 0 : page.total();
    more = all > mostCounted;
    int total = Math.toIntExact(Math.min(all, mostCounted));
    int corrected = recalculateFirst(first, pageSize, total);
    if (corrected != first) {
      start = corrected;
      page = fetch(corrected, pageSize);
    }
    setRowCount(total);
    if (FacesContext.getCurrentInstance().getPartialViewContext().isAjaxRequest()) {
      PrimeFaces.current().ajax().addCallbackParam("heyiQuery", address());
    }
    return page.items();
  }

  /** Every row that matches, page by page by cursor, so that memory stays bounded. */
  public Iterator<V> everything() {
    return new Iterator<>() {
      private Page<V> page = source.apply(after(null));
      private Iterator<V> items = page.items().iterator();

      @Override
      public boolean hasNext() {
        if (!items.hasNext() && page.nextCursor() != null) {
          page = source.apply(after(page.nextCursor()));
          items = page.items().iterator();
        }
        return items.hasNext();
      }

      @Override
      public V next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return items.next();
      }
    };
  }

  private PageRequest after(String cursor) {
    return PageRequest.after(cursor, PageRequest.MAX_LIMIT, sort, wanted());
  }

  private Page<V> fetch(int first, int pageSize) {
    trouble = null;
    try {
      return source.apply(PageRequest.at(first, pageSize, sort, wanted()));
    } catch (HeyiException e) {
      if (e.error().kind() == ErrorCode.Kind.FORBIDDEN) {
        throw e;
      }
      trouble = Texts.get(TextsMap.locale(), e.code(), e.args().toArray());
      return new Page<>(List.of(), null, 0L);
    }
  }

  /** The filters that are set, by name. */
  public Map<String, String> getWanted() {
    return wanted();
  }

  /** All filters and the order in the form of a query, to be kept where no address is written. */
  public String queryToKeep() {
    Map<String, String> parameters = wanted();
    if (sort != null) {
      parameters.put("sort", sort.text());
    }
    return query(parameters);
  }

  /** The list's filters and order as they stand in the address, from its first page on. */
  public String query() {
    return query(searched());
  }

  private Map<String, String> wanted() {
    Map<String, String> wanted = new LinkedHashMap<>(filters);
    wanted.values().removeIf(value -> value == null);
    return wanted;
  }

  private Map<String, String> searched() {
    Map<String, String> parameters = wanted();
    parameters.keySet().removeAll(personal);
    preset.keySet().forEach(name -> parameters.putIfAbsent(name, ""));
    if (sort != null) {
      parameters.put("sort", sort.text());
    }
    return parameters;
  }

  private String address() {
    Map<String, String> parameters = searched();
    if (start > 0) {
      parameters.put("page", Integer.toString(start / rows + 1));
    }
    if (rows != SIZES.get(0)) {
      parameters.put("rows", Integer.toString(rows));
    }
    return query(parameters);
  }

  private static String query(Map<String, String> parameters) {
    StringBuilder query = new StringBuilder();
    parameters.forEach(
        (name, value) ->
            query
                .append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return query.toString();
  }

  private static Sort sort(SortMeta meta) {
    return meta.getOrder() == SortOrder.DESCENDING
        ? Sort.descending(meta.getField())
        : Sort.ascending(meta.getField());
  }

  private static int whole(String text, int otherwise) {
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
