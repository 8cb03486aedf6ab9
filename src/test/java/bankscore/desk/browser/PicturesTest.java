package bankscore.desk.browser;

import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of the desk for the documents; called by {@code .ci/pictures}. */
@Tag("pictures")
class PicturesTest {

    /** How many colours a small picture has. */
    private static final int COLOURS = 256;

    private static final Path PICTURES = Path.of("target", "browser", "desk");

    @TempDir
    Path folder = Path.of("");

    @Test
    void of_each_page() throws Exception {
        Files.createDirectories(PICTURES);
        try (Chromium chromium = Chromium.installed();
                BusyDesk busy = BusyDesk.in(folder);
                Tab tab = chromium.open();
                Tab another = chromium.open()) {
            busy.enter(tab, another);
            for (Sight sight : Sight.values()) {
                sight.show(tab, busy);
                tab.page().evaluate("window.scrollTo(0, 0)");
                Path picture = PICTURES.resolve(sight.name().toLowerCase(Locale.ROOT) + ".png");
                ImageIO.write(small(tab.page().screenshot()), "png", picture.toFile());
            }
        }
    }

    /** The same with its commonest colours, which is a third in size; whatever has another takes the nearest. */
    private static BufferedImage small(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int width = picture.getWidth();
        int[] all = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        int[] common = Arrays.stream(all)
                .boxed()
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        BufferedImage small = new BufferedImage(
                width,
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, common.length, common, 0, false, -1, DataBuffer.TYPE_BYTE));
        small.setRGB(0, 0, width, picture.getHeight(), all, 0, width);
        return small;
    }
}
