package com.heyi.web.menu;

import com.heyi.menu.AnswerHelp;
import com.heyi.menu.FailingSteps;
import com.heyi.menu.HelpAnswer;
import com.heyi.menu.HelpStatus;
import com.heyi.menu.HelpView;
import com.heyi.menu.MenuChannel;
import com.heyi.menu.MenuFacade;
import com.heyi.menu.MenuFunctionView;
import com.heyi.menu.MenuFunctionsFacade;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.text.Texts;
import com.heyi.web.common.CurrentUser;
import com.heyi.web.ui.Chart;
import com.heyi.web.ui.Commands;
import com.heyi.web.ui.FormKey;
import com.heyi.web.ui.Go;
import com.heyi.web.ui.LazyList;
import com.heyi.web.ui.PageAt;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Where customers get stuck, and the help that they are offered. */
@PageAt(value = "/menu/failing.xhtml", facade = MenuFacade.class, needs = "failingSteps")
@Named
@ViewScoped
public class FailingStepsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_DAYS = 30;
  private static final int MOST_BARS = 10;

  @Inject private MenuFacade menus;
  @Inject private MenuFunctionsFacade functions;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  private final FormKey key = new FormKey();
  private String from;
  private String to;
  private String channel;
  private transient FailingSteps steps;
  private transient Map<String, String> names;
  private LazyList<HelpView> list;

  /** Reads the steps of the days asked for, and the offers of help. */
  public void load() {
    steps = read();
    list = LazyList.of(menus::helps, "status", "function");
  }

  private FailingSteps read() {
    LocalDate asked = MenuText.day("to", to);
    LocalDate last = asked == null ? LocalDate.now(clock) : asked;
    LocalDate first = MenuText.day("from", from);
    return menus.failingSteps(
        first == null ? last.minusDays(USUAL_DAYS) : first, last, MenuText.channel(channel));
  }

  /** Notes what came of an offer. */
  public String answer(HelpView help, HelpAnswer answer) {
    return Commands.run(key, () -> menus.answer(new AnswerHelp(help.id(), help.version(), answer)))
        .map(done -> Go.saying("page.menu.answered", answer).to("/menu/failing"))
        .orElse(Go.STAY);
  }

  public String handled(HelpView help) {
    return answer(help, HelpAnswer.HANDLED);
  }

  public String declined(HelpView help) {
    return answer(help, HelpAnswer.DECLINED);
  }

  public boolean isAnswerable() {
    return !user.isAuditor();
  }

  /** The worst steps. */
  public Chart getChart() {
    List<FailingSteps.Row> worst = getSteps().rows().stream().limit(MOST_BARS).toList();
    return Chart.stackedBars(
            worst.stream().map(row -> name(row.function()) + " · " + row.step()).toList())
        .series(text("page.menu.failed"), counts(worst, FailingSteps.Row::failed))
        .series(text("page.menu.abandoned"), counts(worst, FailingSteps.Row::abandoned));
  }

  private static List<Long> counts(
      List<FailingSteps.Row> rows, ToLongFunction<FailingSteps.Row> count) {
    return rows.stream().map(count::applyAsLong).toList();
  }

  private static String text(String key) {
    return Texts.get(CallContext.current().locale(), key);
  }

  /** The name of a function in the caller's language. */
  public String name(String function) {
    if (names == null) {
      Locale locale = CallContext.current().locale();
      names =
          functions.list().stream()
              .collect(Collectors.toMap(MenuFunctionView::code, one -> one.name(locale)));
    }
    return names.getOrDefault(function, function);
  }

  public FailingSteps getSteps() {
    if (steps == null) {
      steps = read();
    }
    return steps;
  }

  public LazyList<HelpView> getList() {
    return list;
  }

  public MenuChannel[] getChannels() {
    return MenuChannel.values();
  }

  public HelpStatus[] getStatuses() {
    return HelpStatus.values();
  }

  public FormKey getKey() {
    return key;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getChannel() {
    return channel;
  }

  public void setChannel(String channel) {
    this.channel = channel;
  }
}
