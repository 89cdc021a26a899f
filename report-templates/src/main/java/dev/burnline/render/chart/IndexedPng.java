package dev.burnline.render.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as PNG with a palette of at most 256 colours, a third of the size of true
 * colour.
 *
 * <p>Written here because ImageIO looks through the whole class path for plug-ins, which costs more
 * than the picture.
 */
final class IndexedPng {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int MOST_COLOURS = 256;

  private IndexedPng() {}

  /** The picture must be of type {@link BufferedImage#TYPE_INT_RGB}. */
  static byte[] of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    // Coarser until the colours fit: smoothed edges have many that no eye can tell apart.
    int mask = 0xffffff;
    Map<Integer, Integer> palette = palette(pixels, mask);
    for (int bits = 1; palette.size() > MOST_COLOURS; bits++) {
      int channel = 0xff & (0xff << bits);
      mask = channel << 16 | channel << 8 | channel;
      palette = palette(pixels, mask);
    }
    var out = new ByteArrayOutputStream(1 << 16);
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", header(width, height));
    chunk(out, "PLTE", colours(palette, mask));
    chunk(out, "IDAT", deflated(rows(pixels, width, height, palette, mask)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static Map<Integer, Integer> palette(int[] pixels, int mask) {
    var palette = new HashMap<Integer, Integer>();
    int last = -1;
    for (int pixel : pixels) {
      int colour = pixel & mask;
      if (colour != last) {
        palette.putIfAbsent(colour, palette.size());
        last = colour;
      }
    }
    return palette;
  }

  private static byte[] header(int width, int height) {
    byte bitDepth = 8;
    byte indexed = 3;
    return ByteBuffer.allocate(13).putInt(width).putInt(height).put(bitDepth).put(indexed).array();
  }

  private static byte[] colours(Map<Integer, Integer> palette, int mask) {
    byte[] colours = new byte[palette.size() * 3];
    // White must stay white: what the mask took away from it is given back to all alike.
    int lost = ~mask & 0xff;
    palette.forEach(
        (colour, index) -> {
          for (int channel = 0; channel < 3; channel++) {
            int value = colour >> (16 - 8 * channel) & 0xff;
            colours[index * 3 + channel] = (byte) (value >= 0x80 ? value | lost : value);
          }
        });
    return colours;
  }

  private static byte[] rows(
      int[] pixels, int width, int height, Map<Integer, Integer> palette, int mask) {
    byte[] rows = new byte[(width + 1) * height];
    int last = -1;
    byte index = 0;
    for (int y = 0, at = 0; y < height; y++) {
      rows[at++] = 0;
      for (int x = 0; x < width; x++) {
        int colour = pixels[y * width + x] & mask;
        if (colour != last) {
          index = palette.get(colour).byteValue();
          last = colour;
        }
        rows[at++] = index;
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] bytes) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
    deflater.setInput(bytes);
    deflater.finish();
    var out = new ByteArrayOutputStream(1 << 16);
    byte[] buffer = new byte[1 << 14];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] bytes) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var check = new CRC32();
    check.update(name);
    check.update(bytes);
    out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
    out.writeBytes(name);
    out.writeBytes(bytes);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
