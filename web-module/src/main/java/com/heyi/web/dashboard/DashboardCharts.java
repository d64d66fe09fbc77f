package com.heyi.web.dashboard;

import com.heyi.audit.AuditDay;
import com.heyi.complaints.ComplaintFigures;
import com.heyi.complaints.ComplaintStatus;
import com.heyi.mall.MallFigures;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.text.Texts;
import com.heyi.web.ui.Chart;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The charts of the first page, from the modules' figures. */
public final class DashboardCharts {
  private final Locale locale;
  private final MallFigures mall;
  private final ComplaintFigures desk;
  private final List<AuditDay> activity;

  DashboardCharts(Locale locale, MallFigures mall, ComplaintFigures desk, List<AuditDay> activity) {
    this.locale = locale;
    this.mall = mall;
    this.desk = desk;
    this.activity = activity;
  }

  /** Orders placed by month. */
  public Chart getOrders() {
    return Chart.bars(months())
        .series(text("page.dashboard.mall.orders"), monthly(MallFigures.Month::orders));
  }

  /** Points granted, spent and given back by month. */
  public Chart getPoints() {
    return Chart.bars(months())
        .series(text("page.dashboard.points.granted"), monthly(MallFigures.Month::granted))
        .series(text("page.dashboard.points.redeemed"), monthly(MallFigures.Month::redeemed))
        .series(text("page.dashboard.points.returned"), monthly(MallFigures.Month::returned));
  }

  /** Open complaints by status. */
  public Chart getOpenComplaints() {
    List<ComplaintStatus> open =
        Arrays.stream(ComplaintStatus.values()).filter(ComplaintStatus::isOpen).toList();
    return Chart.ring(open.stream().map(status -> Texts.of(locale, status)).toList())
        .series(
            text("page.dashboard.desk.open"),
            open.stream().map(status -> desk.open().getOrDefault(status, 0L)).toList());
  }

  /** Complaints received by month, over all channels. */
  public Chart getReceived() {
    Map<YearMonth, Long> byMonth =
        desk.received().stream()
            .collect(
                Collectors.groupingBy(
                    ComplaintFigures.Received::month,
                    TreeMap::new,
                    Collectors.summingLong(ComplaintFigures.Received::count)));
    return Chart.bars(byMonth.keySet().stream().map(YearMonth::toString).toList())
        .series(text("page.dashboard.desk.received"), List.copyOf(byMonth.values()));
  }

  /** The trail's entries by day and outcome. */
  public Chart getActivity() {
    List<String> days =
        activity.stream()
            .map(day -> "%02d-%02d".formatted(day.day().getMonthValue(), day.day().getDayOfMonth()))
            .toList();
    return Chart.stackedBars(days)
        .series(Texts.of(locale, Outcome.DONE), daily(AuditDay::done))
        .series(Texts.of(locale, Outcome.REFUSED), daily(AuditDay::refused))
        .series(Texts.of(locale, Outcome.FAILED), daily(AuditDay::failed));
  }

  private List<String> months() {
    return mall.months().stream().map(month -> month.month().toString()).toList();
  }

  private List<Long> monthly(ToLongFunction<MallFigures.Month> figure) {
    return mall.months().stream().map(figure::applyAsLong).toList();
  }

  private List<Long> daily(ToLongFunction<AuditDay> figure) {
    return activity.stream().map(figure::applyAsLong).toList();
  }

  private String text(String key) {
    return Texts.get(locale, key);
  }
}
