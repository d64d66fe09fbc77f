package com.heyi.mall.internal;

/** The sizes in which a picture is kept: how long its longer side is at most, in pixels. */
enum PictureSize {
  SMALL(160),
  MEDIUM(480),
  LARGE(1200);

  private final int longest;

  PictureSize(int longest) {
    this.longest = longest;
  }

  int longest() {
    return longest;
  }
}
