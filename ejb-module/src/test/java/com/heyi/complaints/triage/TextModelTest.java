package com.heyi.complaints.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextModelTest {
  private static final List<Labelled> CASES = cases();

  @Test
  void aTextInChineseGetsItsLabelAndTheWordsThatSpeakForIt() {
    Guess first = TextModel.train(CASES).guess("你们又扣了我信用卡的年费，请退还年费", 3).get(0);
    assertThat(first.label()).isEqualTo("信用卡");
    assertThat(first.words()).contains("年费");
    assertThat(first.permille()).isBetween(500, 1000);
  }

  @Test
  void aTextInEnglishToo() {
    Guess first =
        TextModel.train(CASES).guess("The mortgage servicer lost my escrow payment", 3).get(0);
    assertThat(first.label()).isEqualTo("Mortgage");
    assertThat(first.words()).contains("escrow");
  }

  @Test
  void wordsThatItNeverLearnedGetNoGuess() {
    assertThat(TextModel.train(CASES).guess("zzyzx 12345", 3)).isEmpty();
    assertThat(TextModel.train(CASES).guess("", 3)).isEmpty();
  }

  @Test
  void theSameTextsGiveTheSameModelAndItIsReadBackAsItWas() {
    TextModel one = TextModel.train(CASES);
    String text = "信用卡账单有误";
    assertThat(TextModel.train(CASES).guess(text, 3)).isEqualTo(one.guess(text, 3));
    assertThat(TextModel.read(one.bytes()).guess(text, 3)).isEqualTo(one.guess(text, 3));
  }

  @Test
  void aNameThatFewTextsHoldIsNotInTheModel() {
    List<Labelled> named = new ArrayList<>(CASES);
    named.add(new Labelled("n1", "Zhangsanfeng wants his annual fee back", "信用卡"));
    named.add(new Labelled("n2", "Zhangsanfeng again about his annual fee", "信用卡"));
    assertThat(TextModel.train(named).guess("Zhangsanfeng", 1)).isEmpty();
  }

  @Test
  void nothingIsLearnedFromOneLabel() {
    assertThatThrownBy(() -> TextModel.train(CASES.subList(0, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theCasesMostAlikeComeFirst() {
    LikeCases like = LikeCases.of(CASES);
    assertThat(like.like("信用卡年费多收了", 3).get(0).label()).isEqualTo("信用卡");
    assertThat(like.like("escrow of my mortgage", 3).get(0).label()).isEqualTo("Mortgage");
    assertThat(like.like("zzyzx", 3)).isEmpty();
  }

  @Test
  void figuresAreCountedAsTheirDefinitionsSay() {
    List<Labelled> tried =
        List.of(
            new Labelled("1", "a", "A"), new Labelled("2", "b", "A"), new Labelled("3", "c", "B"));
    // Guessed A, B, B: two of three right; F1 of A is 2/3, of B is 2/3.
    Figures figures =
        Figures.of(tried, text -> text.equals("a") ? List.of("A") : List.of("B", "C", "A"));
    assertThat(figures).isEqualTo(new Figures(3, 666, 667, 1000));
  }

  private static List<Labelled> cases() {
    List<Labelled> all = new ArrayList<>();
    String[][] texts = {
      {"信用卡", "信用卡年费收取不合理", "信用卡被多收年费", "年费没有事先告知，信用卡账单有误", "信用卡账单重复扣款"},
      {"理财", "理财产品亏损，销售误导", "买理财时没有说明风险", "理财产品收益与宣传不符", "赎回理财被拖延，风险没有说明"},
      {
        "Mortgage",
        "My mortgage escrow was wrong",
        "the mortgage company raised my escrow payment",
        "escrow analysis of my mortgage loan",
        "mortgage modification denied, escrow shortage"
      },
    };
    for (String[] of : texts) {
      for (int i = 1; i < of.length; i++) {
        all.add(new Labelled(of[0] + i, of[i], of[0]));
      }
    }
    return all;
  }
}
