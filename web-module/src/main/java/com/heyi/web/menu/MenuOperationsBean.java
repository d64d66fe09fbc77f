package com.heyi.web.menu;

import com.heyi.menu.AnswerHelp;
import com.heyi.menu.AskMenu;
import com.heyi.menu.FunctionUse;
import com.heyi.menu.HelpAnswer;
import com.heyi.menu.MenuFacade;
import com.heyi.menu.ReportUses;
import com.heyi.menu.SetMenuPreference;
import com.heyi.menu.UseOutcome;
import com.heyi.shared.value.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Answers {@link MenuOperations}. */
@ApplicationScoped
public class MenuOperationsBean implements MenuOperations {
  @Inject private MenuFacade menus;

  @Override
  public CustomerMenu getCustomerMenu(
      String customerId, String channel, String at, Integer places) {
    int most = places == null ? AskMenu.USUAL : places;
    return new CustomerMenu(
        menus.menu(new AskMenu(id(customerId), MenuText.channel(channel), MenuText.at(at), most)));
  }

  @Override
  public MenuUsesTaken reportMenuUses(String requestId, String customerId, List<MenuUse> uses) {
    List<FunctionUse> told = orEmpty(uses).stream().map(MenuOperationsBean::use).toList();
    return new MenuUsesTaken(menus.report(new ReportUses(id(customerId), told)));
  }

  private static FunctionUse use(MenuUse use) {
    return new FunctionUse(
        id(use.id),
        MenuText.channel(use.channel),
        use.function,
        MenuText.at(use.at),
        MenuText.constant(UseOutcome.class, "outcome", use.outcome),
        use.journeyId == null ? null : id(use.journeyId),
        use.step);
  }

  @Override
  public MenuPreference getMenuPreference(String customerId) {
    return new MenuPreference(menus.preference(id(customerId)));
  }

  @Override
  public MenuPreference setMenuPreference(
      String requestId,
      String customerId,
      int expectedVersion,
      boolean leftHanded,
      boolean largeText,
      String language,
      List<String> pins,
      List<String> hides) {
    return new MenuPreference(
        menus.setPreference(
            new SetMenuPreference(
                id(customerId),
                expectedVersion,
                leftHanded,
                largeText,
                language == null || language.isBlank() ? null : language,
                orEmpty(pins),
                orEmpty(hides))));
  }

  @Override
  public MenuHelp answerHelp(String requestId, String helpId, long expectedVersion, String answer) {
    HelpAnswer came = MenuText.constant(HelpAnswer.class, "answer", answer);
    return new MenuHelp(menus.answer(new AnswerHelp(id(helpId), expectedVersion, came)));
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  private static UUID id(String text) {
    return Ids.parse(text == null ? "" : text.strip());
  }
}
