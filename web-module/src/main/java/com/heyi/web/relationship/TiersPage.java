package com.heyi.web.relationship;

import com.heyi.relationship.EvaluationView;
import com.heyi.relationship.StandingView;
import com.heyi.relationship.StartEvaluation;
import com.heyi.relationship.TierCount;
import com.heyi.relationship.TierMissing;
import com.heyi.relationship.TiersFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Role;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Chart;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import com.heyi.web.ui.XlsxExport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/** Customers by tier, those about to fall or rise, and the batch that places them. */
@PageAt(value = "/relationship/tiers.xhtml", facade = TiersFacade.class, needs = "standings")
@Named
@ViewScoped
public class TiersPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TiersFacade tiers;
  @Inject private TierNames names;

  private final FormKey key = new FormKey();
  private LazyList<StandingView> list;
  private transient List<TierCount> counts;
  private transient List<EvaluationView> runs;

  /** Reads the list, the counts and the latest runs. */
  public void open() {
    list = LazyList.of(tiers::standings, "tier", "grace", "rising", "hand", "customer");
    look();
  }

  /** Looks how far the batch has come. */
  public void look() {
    counts = tiers.counts();
    runs = tiers.evaluations();
  }

  /** Places those who were not placed for today yet. */
  public String evaluate() {
    return Commands.run(key, () -> tiers.evaluate(new StartEvaluation(null)))
        .map(done -> Go.saying("page.tiers.evaluating", done.customers()).to("/relationship/tiers"))
        .orElse(Go.STAY);
  }

  /** Sends the list as a workbook. */
  public void export() {
    XlsxExport.of("page.tiers.title", list)
        .column("page.tiers.customer", StandingView::customerNumber)
        .column("page.tiers.name", StandingView::customerName)
        .column("page.tiers.tier", standing -> names.of(standing.tier()))
        .column("page.tiers.since", StandingView::since)
        .column("page.tiers.assets", standing -> standing.figures().assets())
        .column("page.tiers.activity", standing -> standing.figures().activity())
        .column("page.tiers.points", standing -> standing.figures().points())
        .column("page.tiers.grace-until", StandingView::graceUntil)
        .column("page.tiers.next", standing -> names.of(standing.next()))
        .column("page.tiers.next-percent", StandingView::nextPercent)
        .column("page.tiers.missing.assets", missing(TierMissing::assets))
        .column("page.tiers.missing.activity", missing(TierMissing::activity))
        .column("page.tiers.missing.points", missing(TierMissing::points))
        .send();
  }

  private static Function<StandingView, ?> missing(Function<TierMissing, ?> part) {
    return standing -> standing.missing() == null ? null : part.apply(standing.missing());
  }

  /** Customers by tier. */
  public Chart getChart() {
    return Chart.bars(getCounts().stream().map(count -> names.of(count.tier())).toList())
        .series(
            Texts.get(CallContext.current().locale(), "page.tiers.customers"),
            getCounts().stream().map(TierCount::customers).toList());
  }

  /** Whether the batch is at work, so that the page looks again by itself. */
  public boolean isRunning() {
    return !getRuns().isEmpty() && getRuns().get(0).run().status().isActive();
  }

  /** Whether the caller's role may start the batch. */
  public boolean isChangeable() {
    return CallContext.current().has(Role.HEAD_OFFICE_ADMIN)
        || CallContext.current().has(Role.OPERATOR);
  }

  public List<TierCount> getCounts() {
    if (counts == null) {
      look();
    }
    return counts;
  }

  public List<EvaluationView> getRuns() {
    if (runs == null) {
      look();
    }
    return runs;
  }

  public LazyList<StandingView> getList() {
    return list;
  }

  public FormKey getKey() {
    return key;
  }
}
