package io.hearth.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hearth.reports.NotAPng.Why;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

  private static Why refused(byte[] given) {
    return assertThrows(NotAPng.class, () -> Png.read(given)).why();
  }

  @Test
  void keepsThePixelsAndNothingElse() throws Exception {
    byte[] plain = Pictures.png(300, 200);
    byte[] told = Pictures.withChunk(plain, "tEXt", "Author\0Ada in room 7".getBytes(UTF_8));
    told = Pictures.withChunk(told, "eXIf", "GPS 48.1 11.5".getBytes(UTF_8));
    byte[] followed = Pictures.joined(told, "<script>a page behind it</script>".getBytes(UTF_8));

    Png png = Png.read(followed);
    assertEquals(300, png.width());
    String kept = new String(png.bytes(), StandardCharsets.ISO_8859_1);
    assertFalse(kept.contains("Ada") || kept.contains("GPS") || kept.contains("script"));
    assertEquals(pixels(plain), pixels(png.bytes()));
  }

  private static String pixels(byte[] png) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(png));
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return image.getWidth() + " " + Arrays.hashCode(all);
  }

  @Test
  void refusesWhatIsNoPng() {
    assertEquals(Why.NO_PNG, refused(new byte[0]));
    assertEquals(Why.NO_PNG, refused(Pictures.jpeg()));
    assertEquals(Why.NO_PNG, refused("<svg onload='alert(1)'/>".getBytes(UTF_8)));
    assertEquals(Why.NO_PNG, refused("GIF89a".getBytes(UTF_8)));
    assertEquals(Why.TOO_LARGE, refused(new byte[Png.MOST_BYTES + 1]));
  }

  @Test
  void refusesWhatUnpacksToOtherThanItSays() {
    assertEquals(Why.BROKEN, refused(Pictures.made(10, 10, new byte[50_000_000])));
    assertEquals(Why.BROKEN, refused(Pictures.made(10, 10, new byte[11 * 9])));
    byte[] badFilter = new byte[11 * 10];
    badFilter[11] = 9;
    assertEquals(Why.BROKEN, refused(Pictures.made(10, 10, badFilter)));
    assertEquals(Why.TOO_MANY_PIXELS, refused(Pictures.made(16_000, 16_000, new byte[1])));
    assertEquals(Why.BROKEN, refused(Pictures.made(-1, 10, new byte[1])));
    assertEquals(Why.BROKEN, refused(Pictures.made(0, 0, new byte[0])));
  }

  @Test
  void refusesEveryDamageAndEveryCut() throws Exception {
    byte[] png = Pictures.png(40, 30);
    for (int length = 0; length < png.length; length++) {
      byte[] cut = Arrays.copyOf(png, length);
      assertThrows(NotAPng.class, () -> Png.read(cut));
    }
    Random random = new Random(7);
    for (int n = 0; n < 2_000; n++) {
      byte[] damaged = png.clone();
      damaged[random.nextInt(png.length)] ^= (byte) (1 << random.nextInt(8));
      assertThrows(NotAPng.class, () -> Png.read(damaged), "damage " + n);
    }
    assertEquals(40, Png.read(png).width());
  }
}
