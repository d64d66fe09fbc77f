package com.heyi.web.family;

import static com.heyi.testing.Soap.element;
import static com.heyi.testing.Soap.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Soap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a branch's system does for a family, by SOAP over real HTTP. */
class FamilySoapIT {
  private final Client branch = Callers.branch("B0101");
  private BankFamily family;
  private String household;
  private String version;

  @BeforeEach
  void aHouseholdFoundedByItsBranch() {
    family = BankFamily.withMoney("500.00");
    String founded =
        done(
            "foundHousehold",
            key() + element("guardianId", family.mother().id()) + element("name", family.name()));
    household = text(founded, "id");
    version = text(founded, "version");
    String joined =
        done(
            "addHouseholdMember",
            key()
                + home()
                + element("expectedVersion", version)
                + guardian()
                + element("customerId", family.child().id())
                + element("role", "CHILD"));
    assertThat(joined).contains(family.child().number(), family.piggyBankNumber());
  }

  @Test
  void aTaskGoesToItsPaymentAndARetryPaysOnce() {
    String set =
        done(
            "setTask",
            key()
                + home()
                + guardian()
                + element("childId", family.child().id())
                + element("title", "整理房间")
                + element("reward", "20.00")
                + element("fromAccount", family.purse())
                + element("toAccount", family.piggyBank()));
    String task = text(part(set, "task"), "id");
    String first = text(part(set, "task"), "version");
    String marked =
        done(
            "markTaskDone",
            key() + home() + task(task, first) + element("childId", family.child().id()));
    String approval =
        key()
            + home()
            + task(task, text(part(marked, "task"), "version"))
            + guardian()
            + element("decision", "APPROVE");

    String approved = done("decideTask", approval);
    String again = done("decideTask", approval);

    assertThat(text(part(approved, "task"), "status")).isEqualTo("APPROVED");
    assertThat(again).isEqualTo(approved);
    assertThat(family.balance(family.piggyBank())).isEqualByComparingTo("20.00");
  }

  @Test
  void moneyIsGivenSavedAndBounded() {
    String started =
        done(
            "startAllowance",
            key()
                + home()
                + "<allowance>"
                + guardian()
                + element("childId", family.child().id())
                + element("purpose", "POCKET_MONEY")
                + element("fromAccount", family.purse())
                + element("toAccount", family.piggyBank())
                + element("amount", "10.00")
                + element("rhythm", "MONTHLY")
                + element("onDay", "31")
                + element("startsOn", "2099-02-01")
                + "</allowance>");
    assertThat(part(started, "allowance"))
        .contains("<nextOn>2099-02-28</nextOn><nextOn>2099-03-31</nextOn>");
    String allowance = text(part(started, "allowance"), "id");
    String stopped =
        done(
            "stopAllowance",
            key()
                + home()
                + element("allowanceId", allowance)
                + element("expectedVersion", text(part(started, "allowance"), "version"))
                + guardian());
    assertThat(text(part(stopped, "allowance"), "active")).isEqualTo("false");

    done(
        "giveRedPacket",
        key()
            + home()
            + element("giverId", family.mother().id())
            + element("receiverId", family.child().id())
            + element("fromAccount", family.purse())
            + element("toAccount", family.piggyBank())
            + element("amount", "66.00")
            + element("greeting", "新年快乐"));
    String wished =
        done(
            "setGoal",
            key()
                + home()
                + element("memberId", family.child().id())
                + element("childId", family.child().id())
                + element("accountId", family.piggyBank())
                + element("title", "自行车")
                + element("target", "200.00"));
    String goal = text(part(wished, "goal"), "id");
    String paid =
        done(
            "payIntoGoal",
            key()
                + home()
                + element("goalId", goal)
                + element("memberId", family.mother().id())
                + element("fromAccount", family.purse())
                + element("amount", "34.00"));
    assertThat(text(part(paid, "goal"), "percent")).isEqualTo("50");
    String givenUp =
        done(
            "giveUpGoal",
            key()
                + home()
                + element("goalId", goal)
                + element("expectedVersion", text(part(paid, "goal"), "version"))
                + element("memberId", family.child().id()));
    assertThat(givenUp).doesNotContain("自行车");

    done(
        "setSpendingLimit",
        key()
            + home()
            + guardian()
            + element("childId", family.child().id())
            + element("perPayment", "10.00")
            + element("perDay", "20.00"));
    assertThat(family.spends(family.piggyBank(), "10.01").code()).isEqualTo("family.limit-payment");
    String told = done("getHouseholdOfCustomer", element("customerId", family.child().id()));
    assertThat(text(part(told, "notice"), "about")).isEqualTo("PAYMENT_DECLINED");
  }

  @Test
  void anotherBranchGetsAFaultAndSoDoesWhatIsNoChoice() {
    Answer foreign = Soap.call(Callers.branch("B0102"), "getHousehold", home());
    Answer strange =
        Soap.call(
            branch,
            "addHouseholdMember",
            key()
                + home()
                + element("expectedVersion", version)
                + guardian()
                + element("customerId", family.child().id())
                + element("role", "UNCLE"));
    Answer moved =
        Soap.call(
            branch,
            "removeHouseholdMember",
            key()
                + home()
                + element("expectedVersion", version)
                + guardian()
                + element("customerId", family.child().id()));

    assertThat(foreign.status()).isEqualTo(500);
    assertThat(foreign.body()).contains("auth.other-branch");
    assertThat(strange.body()).contains("request.invalid", "role");
    assertThat(moved.body()).contains("version.moved");
  }

  private String done(String operation, String parameters) {
    Answer answer = Soap.call(branch, operation, parameters);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.body();
  }

  private String home() {
    return element("householdId", household);
  }

  private String guardian() {
    return element("guardianId", family.mother().id());
  }

  private static String task(String id, String version) {
    return element("taskId", id) + element("expectedVersion", version);
  }

  private static String text(String xml, String name) {
    return first(xml, "<" + name + ">([^<]*)</" + name + ">");
  }

  private static String part(String xml, String name) {
    return first(xml, "<" + name + ">(.*?)</" + name + ">");
  }

  private static String first(String xml, String pattern) {
    Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(xml);
    assertThat(found.find()).as(pattern + " in " + xml).isTrue();
    return found.group(1);
  }
}
