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
    spiced.write(plain, 0, 2);
    spiced.write(0xFF);
    spiced.write(0xE1);
    spiced.write((segment.length + 2) >> 8);
    spiced.write((segment.length + 2) & 0xFF);
    spiced.writeBytes(segment);
    spiced.write(plain, 2, plain.length - 2);
    spiced.writeBytes("<script>after the end</script>".getBytes(StandardCharsets.US_ASCII));

    add(spiced.toByteArray());
    PictureView added = pictures().get(0);
    for (String address : List.of(added.small(), added.medium(), added.large())) {
      assertThat(new String(content(address), StandardCharsets.ISO_8859_1))
          .doesNotContain(secret, "Exif", "<script>");
    }
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
