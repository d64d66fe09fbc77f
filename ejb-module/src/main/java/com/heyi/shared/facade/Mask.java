package com.heyi.shared.facade;

/**
 * How a personal value is made short enough not to tell, and long enough to recognise a mistake.
 */
public enum Mask {
  /** Nothing is shown, not even the length. */
  ALL {
    @Override
    public String of(String value) {
      return STARS;
    }
  },
  /** The first character, which in a Chinese name is most often the family name. */
  NAME {
    @Override
    public String of(String value) {
      return value.isEmpty() ? STARS : value.substring(0, value.offsetByCodePoints(0, 1)) + STARS;
    }
  },
  /** The last four characters, as on a card or a telephone bill. */
  LAST_FOUR {
    @Override
    public String of(String value) {
      return value.length() <= SHOWN * 2 ? STARS : STARS + value.substring(value.length() - SHOWN);
    }
  };

  private static final String STARS = "***";
  private static final int SHOWN = 4;

  /** The masked form; never the value itself. */
  public abstract String of(String value);
}
