package com.heyi.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.accounts.MatchScore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How many of those who are one person are suggested, and how many of those suggested are. On a
 * generated set whose truth is known: 2,000 people of whom an app has a record with mistakes, with
 * relatives who share phone and address, and namesakes. The figures stand in decision 18.
 */
class MatchQualityTest {
  private static final long SEED = 20261122;
  private static final int PEOPLE = 2000;
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
  private static final String TRADITIONAL = "王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅";
  private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂华建国文辉玲海";
  private static final String[] ROADS = {"人民路", "中山路", "解放大道", "建设街", "长江路"};

  private final Random random = new Random(SEED);

  @Test
  void mostOfTheSamePersonAreFoundAndFewOthers() {
    List<Claim> register = new ArrayList<>();
    List<Claim> app = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      // Every fifth is a relative of the one before: same phone, address and surname.
      Claim person = i % 5 == 4 ? relative(register.get(i - 1)) : person();
      register.add(person);
      app.add(withMistakes(person));
    }
    List<List<int[]>> scores = scores(register, app);
    StringBuilder table = new StringBuilder("seed " + SEED + "\n");
    int[] chosen = new int[3];
    for (int from : new int[] {50, MatchScore.SUGGESTED_FROM, 70, 80, 90}) {
      int[] counts = counts(scores, from);
      double precision = 100.0 * counts[0] / (counts[0] + counts[1]);
      double recall = 100.0 * counts[0] / (counts[0] + counts[2]);
      table.append(
          "from %d: precision %.1f %%, recall %.1f %% (%d right, %d wrong, %d missed)%n"
              .formatted(from, precision, recall, counts[0], counts[1], counts[2]));
      if (from == MatchScore.SUGGESTED_FROM) {
        chosen = counts;
      }
    }
    System.out.println(table);
    assertThat(chosen[0] * 100).as(table.toString()).isGreaterThan(95 * (chosen[0] + chosen[2]));
    assertThat(chosen[0] * 100).as(table.toString()).isGreaterThan(90 * (chosen[0] + chosen[1]));
  }

  /** The scores of all pairs that the register would look at, by the app's record. */
  private static List<List<int[]>> scores(List<Claim> register, List<Claim> app) {
    List<List<int[]>> all = new ArrayList<>();
    for (Claim one : app) {
      String plain = one.name().replace(" ", "");
      String simplified = NameForms.simplified(one.name());
      List<int[]> his = new ArrayList<>();
      for (int r = 0; r < register.size(); r++) {
        Claim other = register.get(r);
        // As the register looks for candidates.
        if (other.phone().equals(one.phone())
            || other.birthDate().equals(one.birthDate())
            || other.name().equals(plain)
            || other.name().equals(simplified)) {
          his.add(new int[] {r, TwoRecordsFit.score(one, other).total()});
        }
      }
      all.add(his);
    }
    return all;
  }

  private static int[] counts(List<List<int[]>> scores, int from) {
    int right = 0;
    int wrong = 0;
    for (int a = 0; a < scores.size(); a++) {
      for (int[] pair : scores.get(a)) {
        right += pair[1] >= from && pair[0] == a ? 1 : 0;
        wrong += pair[1] >= from && pair[0] != a ? 1 : 0;
      }
    }
    return new int[] {right, wrong, scores.size() - right};
  }

  private Claim person() {
    String name = "" + one(SURNAMES) + one(GIVEN) + (random.nextInt(4) == 0 ? "" : one(GIVEN));
    return new Claim(null, name, phone(), birthDate(), address());
  }

  private Claim relative(Claim of) {
    return new Claim(
        null,
        of.name().charAt(0) + "" + one(GIVEN) + one(GIVEN),
        of.phone(),
        birthDate(),
        of.address());
  }

  /** Each field may be missing or wrong in the ways in which people get it wrong. */
  private Claim withMistakes(Claim true_) {
    return new Claim(
        null,
        name(true_.name()),
        switch (random.nextInt(10)) {
          case 0 -> null;
          case 1 -> phone();
          default -> true_.phone();
        },
        switch (random.nextInt(12)) {
          case 0 -> null;
          case 1 -> exchanged(true_.birthDate());
          case 2 -> true_.birthDate().plusDays(1);
          default -> true_.birthDate();
        },
        switch (random.nextInt(4)) {
          case 0 -> null;
          case 1 -> address();
          case 2 -> true_.address().replace("市", "").replace("号", "");
          default -> true_.address();
        });
  }

  private String name(String name) {
    return switch (random.nextInt(8)) {
      case 0 -> TRADITIONAL.charAt(SURNAMES.indexOf(name.charAt(0))) + name.substring(1);
      case 1 -> NameForms.pinyin(name.substring(0, 1)) + " " + NameForms.pinyin(name.substring(1));
      case 2 -> name.replace('伟', '炜').replace('静', '婧').replace('丽', '莉');
      default -> name;
    };
  }

  private LocalDate exchanged(LocalDate day) {
    return day.getDayOfMonth() <= 12
        ? LocalDate.of(day.getYear(), day.getDayOfMonth(), Math.min(28, day.getMonthValue()))
        : day;
  }

  private String phone() {
    return "+8613" + (100_000_000 + random.nextInt(900_000_000));
  }

  private LocalDate birthDate() {
    return LocalDate.of(1940, 1, 1).plusDays(random.nextInt(25_000));
  }

  private String address() {
    return "上海市"
        + ROADS[random.nextInt(ROADS.length)]
        + (1 + random.nextInt(999))
        + "号"
        + (1 + random.nextInt(30))
        + "0"
        + (1 + random.nextInt(9))
        + "室";
  }

  private char one(String of) {
    return of.charAt(random.nextInt(of.length()));
  }
}
