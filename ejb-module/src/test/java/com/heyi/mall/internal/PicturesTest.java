package com.heyi.mall.internal;

import static com.heyi.mall.internal.CheckoutsTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.imports.Upload;
import com.heyi.mall.AddPicture;
import com.heyi.mall.Browse;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.PictureView;
import com.heyi.mall.PublishedPictures;
import com.heyi.mall.RemovePicture;
import com.heyi.mall.SetPicture;
import com.heyi.mall.Shelf;
import com.heyi.shared.facade.CommonError;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures are made anew in several sizes, and nothing else that came in is kept. */
class PicturesTest {
  private final MallFixture mall = MallFixture.on(LocalDate.of(2026, 3, 10));
  private final ItemView cup = mall.item(5, 1);

  @Test
  void aPictureIsKeptInThreeSizesWithoutBeingEnlarged() {
    add(picture("png", 1600, 800, Color.RED));
    PictureView added = pictures().get(0);
    assertThat(seen(added.large())).extracting("width", "height").containsExactly(1200, 600);
    assertThat(seen(added.medium())).extracting("width", "height").containsExactly(480, 240);
    assertThat(seen(added.small())).extracting("width", "height").containsExactly(160, 80);

    add(picture("jpeg", 200, 300, Color.GREEN));
    assertThat(seen(pictures().get(1).large()))
        .extracting("width", "height")
        .containsExactly(200, 300);
  }

  @Test
  void whatTheCameraWroteIntoTheFileDoesNotComeAlong() {
    byte[] plain = picture("jpeg", 200, 200, Color.BLUE);
    String secret = "GPS 31.2304 N 121.4737 E";
    byte[] segment = ("Exif\0\0" + secret).getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream spiced = new ByteArrayOutputStream();
    spiced.writeBytes(with(segment, plain));
    spiced.writeBytes("<script>after the end</script>".getBytes(StandardCharsets.US_ASCII));

    add(spiced.toByteArray());
    PictureView added = pictures().get(0);
    for (String address : List.of(added.small(), added.medium(), added.large())) {
      assertThat(new String(content(address), StandardCharsets.ISO_8859_1))
          .doesNotContain(secret, "Exif", "<script>");
    }
  }

  /** What is seen at the left above, right above, left below and right below. */
  @ParameterizedTest
  @CsvSource({
    "1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB"
  })
  void aPictureThatACameraTookOnItsSideIsTurnedUpright(int orientation, String seen) {
    boolean lies = orientation > 4;
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      add(with(exif(order, orientation), quarters()));
      PictureView added = pictures().get(pictures().size() - 1);
      assertThat(seen(added.large()))
          .extracting("width", "height")
          .containsExactly(lies ? 200 : 400, lies ? 400 : 200);
      for (String address : List.of(added.small(), added.medium(), added.large())) {
        assertThat(quarters(seen(address))).isEqualTo(seen);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 65535})
  void anOrientationThatIsNoneLeavesThePictureAsItIs(int orientation) {
    add(with(exif(ByteOrder.BIG_ENDIAN, orientation), quarters()));
    assertThat(quarters(seen(pictures().get(0).large()))).isEqualTo("RGBW");
  }

  @Test
  void brokenExifIsNoReasonToRefuseAPicture() {
    byte[] sound = exif(ByteOrder.BIG_ENDIAN, 6);
    byte[] wrongOrder = sound.clone();
    wrongOrder[6] = 'X';
    byte[] farAway = sound.clone();
    farAway[10] = (byte) 0xFF;
    byte[] manyEntries = sound.clone();
    manyEntries[14] = (byte) 0xFF;
    manyEntries[28] = 0x7F;
    byte[] cut = Arrays.copyOf(sound, 20);
    for (byte[] broken : List.of(wrongOrder, farAway, manyEntries, cut, new byte[] {'E'})) {
      add(with(broken, quarters()));
    }
    assertThat(pictures())
        .hasSize(5)
        .allSatisfy(one -> assertThat(quarters(seen(one.large()))).isEqualTo("RGBW"));
  }

  /** Red, green, blue and white, from the left above to the right below. */
  private static byte[] quarters() {
    BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    int at = 0;
    for (Color color : List.of(Color.RED, Color.GREEN, Color.BLUE, Color.WHITE)) {
      graphics.setColor(color);
      graphics.fillRect(at % 2 * 200, at / 2 * 100, 200, 100);
      at++;
    }
    graphics.dispose();
    return written(image, "jpeg");
  }

  private static String quarters(BufferedImage image) {
    StringBuilder seen = new StringBuilder();
    for (int at = 0; at < 4; at++) {
      int x = image.getWidth() * (1 + at % 2 * 2) / 4;
      int y = image.getHeight() * (1 + at / 2 * 2) / 4;
      Color color = new Color(image.getRGB(x, y));
      boolean red = color.getRed() > 128;
      boolean green = color.getGreen() > 128;
      seen.append(red && green ? 'W' : red ? 'R' : green ? 'G' : 'B');
    }
    return seen.toString();
  }

  /** What a camera writes, as far as it says how it was held. */
  private static byte[] exif(ByteOrder order, int orientation) {
    return ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4)
        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
        .put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII))
        .order(order)
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 2)
        // The length of the picture, as the camera sees it; then how it was held.
        .putShort((short) 0x0101)
        .putShort((short) 4)
        .putInt(1)
        .putInt(200)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .array();
  }

  /** A JPEG with a part of the application's own at its beginning. */
  private static byte[] with(byte[] segment, byte[] jpeg) {
    return ByteBuffer.allocate(jpeg.length + segment.length + 4)
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (segment.length + 2))
        .put(segment)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  @Test
  void whatIsTransparentStandsOnWhite() {
    BufferedImage clear = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
    add(written(clear, "png"));
    assertThat(new Color(seen(pictures().get(0).small()).getRGB(5, 5))).isEqualTo(Color.WHITE);
  }

  @Test
  void aFileIsWhatItsContentSaysAndOnlyJpegAndPngAreTaken() {
    byte[] gif = picture("gif", 200, 200, Color.RED);
    byte[] text = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.US_ASCII);
    byte[] broken = Arrays.copyOf(picture("png", 200, 200, Color.RED), 60);
    for (byte[] other : List.of(gif, text, broken)) {
      assertRefused(() -> add(other), MallError.PICTURE_TYPE);
    }
    assertThat(pictures()).isEmpty();
  }

  @Test
  void pixelsAndBytesHaveTheirLimits() {
    assertRefused(() -> add(picture("png", 99, 200, Color.RED)), MallError.PICTURE_DIMENSIONS);
    add(picture("png", 100, 200, Color.RED));
    assertRefused(() -> add(picture("png", 8001, 100, Color.RED)), MallError.PICTURE_DIMENSIONS);
    add(picture("png", 8000, 100, Color.RED));
    byte[] padded =
        Arrays.copyOf(picture("png", 200, 200, Color.RED), (int) PictureMaker.MOST_BYTES + 1);
    assertRefused(() -> add(padded), MallError.PICTURE_SIZE);
    add(Arrays.copyOf(padded, (int) PictureMaker.MOST_BYTES));
  }

  @Test
  void theSamePictureIsKeptOnceAnItemAndTenAreTheMost() {
    byte[] first = picture("png", 200, 200, new Color(1));
    add(first);
    assertRefused(() -> add(first), MallError.PICTURE_TWICE);
    for (int more = 2; more <= 10; more++) {
      add(picture("png", 200, 200, new Color(more * 20)));
    }
    assertRefused(() -> add(picture("png", 200, 200, Color.PINK)), MallError.PICTURES_TOO_MANY);
    assertThat(pictures()).hasSize(10);
  }

  @Test
  void theOneWithTheSmallestPlaceComesFirstAndStandsInTheWindow() {
    add(picture("png", 200, 200, Color.RED));
    add(picture("png", 200, 200, new Color(0x123490)));
    PictureView blue = pictures().get(1);
    mall.in(
        m -> {
          m.pictures().set(new SetPicture(cup.id(), blue.id(), 1, "A blue cup", "蓝杯", "藍杯"));
          return null;
        });
    assertThat(pictures()).extracting(PictureView::id).startsWith(blue.id());
    assertThat(pictures().get(0).alt(Locale.TRADITIONAL_CHINESE)).isEqualTo("藍杯");
    assertThat(window().picture()).isEqualTo(blue.medium());

    mall.in(
        m -> {
          m.pictures().remove(new RemovePicture(cup.id(), blue.id()));
          return null;
        });
    assertThat(window().picture()).isEqualTo(pictures().get(0).medium());
    Optional<byte[]> gone = mall.in(m -> m.pictures().find(hash(blue.small())));
    assertThat(gone).isEmpty();
    ItemView other = mall.item(5, 1);
    UUID foreign = pictures().get(0).id();
    assertRefused(
        () ->
            mall.in(
                m -> {
                  m.pictures().remove(new RemovePicture(other.id(), foreign));
                  return null;
                }),
        CommonError.NOT_FOUND);
  }

  private Shelf.Thing window() {
    List<Shelf.Thing> all = new ArrayList<>();
    for (int from = 0; from == 0 || all.size() == from; from += 100) {
      int at = from;
      all.addAll(
          mall.in(
                  m ->
                      m.window()
                          .show(
                              new Browse(
                                  null, null, 5L, 5L, false, null, Browse.Order.NEWEST, at, 100)))
              .things());
    }
    return all.stream().filter(thing -> thing.itemId().equals(cup.id())).findFirst().orElseThrow();
  }

  private List<PictureView> pictures() {
    return mall.in(m -> m.pictures().pictures(cup.id())).pictures();
  }

  private void add(byte[] file) {
    mall.in(
        m -> {
          m.pictures().add(new AddPicture(cup.id(), "A cup", "杯子", "杯子", stored(file)));
          return null;
        });
  }

  private static Upload stored(byte[] file) {
    try {
      return MallFixture.UPLOADS.store(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BufferedImage seen(String address) {
    try {
      return ImageIO.read(new ByteArrayInputStream(content(address)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] content(String address) {
    return mall.in(m -> m.pictures().find(hash(address))).orElseThrow();
  }

  private static String hash(String address) {
    return address.substring(PublishedPictures.PATH.length());
  }

  private static byte[] picture(String format, int width, int height, Color colour) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return written(picture, format);
  }

  private static byte[] written(BufferedImage picture, String format) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(picture, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
