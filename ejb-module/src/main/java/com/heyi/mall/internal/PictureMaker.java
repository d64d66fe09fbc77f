package com.heyi.mall.internal;

import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes pictures anew out of what came in: pixels only, as JPEG on white, in every size. They are
 * turned upright as the camera was held; what else it wrote into the file (where, when, with what)
 * does not come along, nor anything else that only looks like a picture. What a file is follows
 * from its content.
 */
final class PictureMaker {
  static final long MOST_BYTES = 8L << 20;
  static final int LEAST_PIXELS = 100;
  static final int MOST_PIXELS = 8_000;

  private static final Set<String> TAKEN = Set.of("jpeg", "png");
  private static final int DETAIL = 2;

  /** Of the JPEG, in percent: more is not seen, and costs twice as much. */
  private static final int QUALITY = 85;

  private PictureMaker() {}

  /** A picture in one size. */
  record Made(int width, int height, byte[] jpeg) {}

  /**
   * @throws HeyiException {@link MallError#PICTURE_SIZE}, {@link MallError#PICTURE_TYPE}, {@link
   *     MallError#PICTURE_DIMENSIONS}
   */
  static Map<PictureSize, Made> of(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new HeyiException(MallError.PICTURE_SIZE, MOST_BYTES >> 20);
      }
      BufferedImage picture = read(file);
      Map<PictureSize, Made> made = new EnumMap<>(PictureSize.class);
      for (PictureSize size : PictureSize.values()) {
        BufferedImage small = scaled(picture, size.longest());
        made.put(size, new Made(small.getWidth(), small.getHeight(), jpeg(small)));
      }
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException("A stored picture cannot be read", e);
    }
  }

  private static BufferedImage read(Path file) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      Orientation orientation = Orientation.in(in);
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        if (TAKEN.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          return read(reader, in, orientation);
        }
      }
      throw new HeyiException(MallError.PICTURE_TYPE);
    }
  }

  private static BufferedImage read(
      ImageReader reader, ImageInputStream in, Orientation orientation) {
    try {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (Math.min(width, height) < LEAST_PIXELS || Math.max(width, height) > MOST_PIXELS) {
        throw new HeyiException(MallError.PICTURE_DIMENSIONS, LEAST_PIXELS, MOST_PIXELS);
      }
      // Large ones are read at every second, third ... pixel: never more in memory than is of use.
      int step = Math.max(1, Math.max(width, height) / (DETAIL * PictureSize.LARGE.longest()));
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      return orientation.upright(reader.read(0, param));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // It begins like a picture and is none, or is one in colours that nothing here reads.
      throw new HeyiException(MallError.PICTURE_TYPE, List.of(), List.of(), e);
    } finally {
      reader.dispose();
    }
  }

  /** By halves, then the rest: one great step would leave out pixels. */
  private static BufferedImage scaled(BufferedImage picture, int longest) {
    BufferedImage now = picture;
    while (Math.max(now.getWidth(), now.getHeight()) > longest) {
      double whole = (double) longest / Math.max(now.getWidth(), now.getHeight());
      double step = Math.max(whole, 0.5);
      now =
          drawn(
              now,
              Math.max(1, (int) Math.round(now.getWidth() * step)),
              Math.max(1, (int) Math.round(now.getHeight() * step)));
    }
    return now;
  }

  private static BufferedImage drawn(BufferedImage picture, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(picture, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    return drawn;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY / 100f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
