package com.heyi.testing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/** People who exist nowhere: each call invents another one. */
public final class People {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "黄", "周"};
  private static final String GIVEN = "安博晨德恩芳国海建静凯丽敏宁平琪荣珊涛婷伟文欣雅颖志";

  private People() {}

  /** A resident ID with a right check character (GB 11643), of an adult. */
  public static String residentId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return residentId(
        LocalDate.of(random.nextInt(1940, 2001), random.nextInt(1, 13), random.nextInt(1, 29)));
  }

  /** A resident ID with a right check character, of somebody born on this day. */
  public static String residentId(LocalDate bornOn) {
    String first =
        "110101%s%03d"
            .formatted(
                DateTimeFormatter.BASIC_ISO_DATE.format(bornOn),
                ThreadLocalRandom.current().nextInt(1000));
    int sum = 0;
    for (int at = 0; at < WEIGHTS.length; at++) {
      sum += WEIGHTS[at] * (first.charAt(at) - '0');
    }
    return first + CHECKS.charAt(sum % 11);
  }

  /** The same ID with a wrong check character. */
  public static String wrong(String residentId) {
    char last = residentId.charAt(17);
    return residentId.substring(0, 17) + (last == '1' ? '2' : '1');
  }

  public static String phone() {
    return "138%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
  }

  public static String name() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return SURNAMES[random.nextInt(SURNAMES.length)]
        + GIVEN.charAt(random.nextInt(GIVEN.length()))
        + GIVEN.charAt(random.nextInt(GIVEN.length()));
  }
}
