import dev.polyloom.process.Action;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Actions on image files.
 *
 * <pre>polyloom call --loadout loadout.yaml images.thumbnail a.png</pre>
 */
final class Images {
    private static final int USUAL_SIZE = 128;

    private Images() {}

    /** Writes a small copy of an image beside it, as {@code a.thumbnail.png}. */
    @Action
    static Path thumbnail(Path image) throws IOException {
        return thumbnail(image, USUAL_SIZE);
    }

    /** Writes a copy of an image beside it that fits into a square. */
    @Action
    static Path thumbnail(Path image, int size) throws IOException {
        if (size < 1) {
            throw new IllegalArgumentException("the size must be 1 or more, not " + size);
        }
        BufferedImage large = read(image);
        double scale = Math.min(1, (double) size / Math.max(large.getWidth(), large.getHeight()));
        BufferedImage small =
                scaled(
                        large,
                        Math.max(1, (int) Math.round(large.getWidth() * scale)),
                        Math.max(1, (int) Math.round(large.getHeight() * scale)));
        Path file = beside(image);
        ImageIO.write(small, "png", file.toFile());
        return file;
    }

    /** Tells the size of each image. */
    @Action
    static String sizes(Path... images) throws IOException {
        StringBuilder sizes = new StringBuilder();
        for (Path image : images) {
            BufferedImage read = read(image);
            sizes.append("%s %dx%d%n".formatted(image, read.getWidth(), read.getHeight()));
        }
        return sizes.toString().strip();
    }

    private static BufferedImage read(Path image) throws IOException {
        if (!Files.isRegularFile(image)) {
            throw new NoSuchFileException(image.toString());
        }
        BufferedImage read = ImageIO.read(image.toFile());
        if (read == null) {
            throw new IOException(image + " is no image that can be read");
        }
        return read;
    }

    private static BufferedImage scaled(BufferedImage large, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(large, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static Path beside(Path image) {
        String name = image.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String plain = dot > 0 ? name.substring(0, dot) : name;
        return image.resolveSibling(plain + ".thumbnail.png");
    }
}
