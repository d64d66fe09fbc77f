package com.heyi.web.mall;

import com.heyi.mall.BundleView;
import com.heyi.mall.BundlesFacade;
import com.heyi.mall.SetBundle;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.value.Points;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.Say;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Bundles, to make and to change. */
@PageAt(value = "/mall/bundles.xhtml", facade = BundlesFacade.class, needs = "list")
@Named
@ViewScoped
public class BundlesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A line as it is typed: the code of an item, and how many pieces, one when it is not said. */
  private static final Pattern LINE = Pattern.compile("(\\S+)(?:\\s*[×xX*]\\s*(\\d{1,4}))?");

  @Inject private BundlesFacade facade;

  private final FormKey key = new FormKey();
  private transient List<BundleView> bundles;
  private String chosen;
  private Long version;
  private String code;
  private String name;
  private Long reduced = 0L;
  private boolean onSale = true;
  private String lines;

  /** Reads the bundle that the address names into the form. */
  public void load() {
    getBundles().stream()
        .filter(bundle -> bundle.code().equals(chosen))
        .findFirst()
        .ifPresent(
            bundle -> {
              version = bundle.version();
              code = bundle.code();
              name = bundle.name();
              reduced = bundle.reduced().amount();
              onSale = bundle.onSale();
              lines =
                  bundle.lines().stream()
                      .map(line -> line.sku() + " × " + line.quantity())
                      .collect(Collectors.joining("\n"));
            });
  }

  /** Makes the bundle of the form, or changes it. */
  public String save() {
    List<Matcher> typed =
        lines == null ? List.of() : lines.strip().lines().map(this::read).toList();
    if (typed.stream().anyMatch(line -> !line.matches())) {
      Say.warn("page.mall.bundle.lines.unreadable");
      return Go.STAY;
    }
    SetBundle command =
        new SetBundle(
            code,
            version,
            name,
            reduced == null ? null : Points.of(reduced),
            onSale,
            typed.stream()
                .map(
                    line ->
                        new SetBundle.Line(
                            line.group(1),
                            line.group(2) == null ? 1 : Long.parseLong(line.group(2))))
                .toList());
    return Commands.run(key, () -> facade.set(command))
        .map(done -> Go.saying("page.mall.bundle.saved", done.name()).to("/mall/bundles"))
        .orElse(Go.STAY);
  }

  private Matcher read(String line) {
    return LINE.matcher(line.strip());
  }

  public List<BundleView> getBundles() {
    if (bundles == null) {
      bundles = facade.list();
    }
    return bundles;
  }

  /** Whether the caller's role may change bundles. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN);
  }

  public boolean isNew() {
    return version == null;
  }

  public FormKey getKey() {
    return key;
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Long getReduced() {
    return reduced;
  }

  public void setReduced(Long reduced) {
    this.reduced = reduced;
  }

  public boolean isOnSale() {
    return onSale;
  }

  public void setOnSale(boolean onSale) {
    this.onSale = onSale;
  }

  public String getLines() {
    return lines;
  }

  public void setLines(String lines) {
    this.lines = lines;
  }
}
