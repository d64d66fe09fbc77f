package com.heyi.mall.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * How a picture lies in its file. Cameras store what the sensor saw, and note in the file's Exif
 * part how they were held; that one note is read, and nothing else of it. In the order of its
 * values, from 1.
 */
enum Orientation {
  UPRIGHT(false, 1, 1),
  MIRRORED(false, -1, 1),
  UPSIDE_DOWN(false, -1, -1),
  UPSIDE_DOWN_MIRRORED(false, 1, -1),
  ON_ITS_LEFT_MIRRORED(true, 1, 1),
  ON_ITS_LEFT(true, -1, 1),
  ON_ITS_RIGHT_MIRRORED(true, -1, -1),
  ON_ITS_RIGHT(true, 1, -1);

  private static final int START = 0xFFD8;
  private static final int APP1 = 0xFFE1;
  private static final int PIXELS = 0xFFDA;
  private static final int EXIF = 0x45786966;
  private static final int EXIF_HEAD = 8;
  private static final int LITTLE = 0x4949;
  private static final int BIG = 0x4D4D;
  private static final int TIFF = 42;
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;

  private final boolean lies;
  private final int across;
  private final int down;

  /**
   * @param lies whether its rows are the columns of what was seen
   * @param across 1, or -1 where what is seen runs from right to left
   * @param down 1, or -1 where it runs from below
   */
  Orientation(boolean lies, int across, int down) {
    this.lies = lies;
    this.across = across;
    this.down = down;
  }

  /**
   * What a file says; upright when it says nothing, or nothing that makes sense. Leaves the stream
   * at its beginning.
   */
  static Orientation in(ImageInputStream file) throws IOException {
    try {
      file.seek(0);
      file.setByteOrder(ByteOrder.BIG_ENDIAN);
      return file.readUnsignedShort() == START ? inParts(file) : UPRIGHT;
    } catch (EOFException e) {
      // It ends in the middle of a part; whether it is a picture all the same, its reader says.
      return UPRIGHT;
    } finally {
      file.seek(0);
      file.setByteOrder(ByteOrder.BIG_ENDIAN);
    }
  }

  private static Orientation inParts(ImageInputStream file) throws IOException {
    int marker = file.readUnsignedShort();
    while (marker > 0xFF00 && marker != PIXELS) {
      int length = file.readUnsignedShort();
      long end = file.getStreamPosition() - 2 + length;
      if (marker == APP1
          && length > EXIF_HEAD
          && file.readInt() == EXIF
          && file.readUnsignedShort() == 0) {
        return inExif(file, end);
      }
      file.seek(Math.max(end, file.getStreamPosition()));
      marker = file.readUnsignedShort();
    }
    return UPRIGHT;
  }

  private static Orientation inExif(ImageInputStream file, long end) throws IOException {
    long begin = file.getStreamPosition();
    int order = file.readUnsignedShort();
    if (order != LITTLE && order != BIG) {
      return UPRIGHT;
    }
    file.setByteOrder(order == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if (file.readUnsignedShort() != TIFF) {
      return UPRIGHT;
    }
    file.seek(begin + file.readUnsignedInt());
    int entries = file.readUnsignedShort();
    long first = file.getStreamPosition();
    for (int at = 0; at < entries && first + (at + 1L) * ENTRY <= end; at++) {
      file.seek(first + (long) at * ENTRY);
      if (file.readUnsignedShort() == TAG) {
        boolean one = file.readUnsignedShort() == SHORT && file.readUnsignedInt() == 1;
        int value = file.readUnsignedShort();
        return one && value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** The picture as it was seen, on white. */
  BufferedImage upright(BufferedImage stored) {
    int width = lies ? stored.getHeight() : stored.getWidth();
    int height = lies ? stored.getWidth() : stored.getHeight();
    BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = upright.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, width, height);
      graphics.drawImage(stored, onto(width, height), null);
    } finally {
      graphics.dispose();
    }
    return upright;
  }

  private AffineTransform onto(int width, int height) {
    double left = across < 0 ? width : 0;
    double top = down < 0 ? height : 0;
    return lies
        ? new AffineTransform(0, down, across, 0, left, top)
        : new AffineTransform(across, 0, 0, down, left, top);
  }
}
