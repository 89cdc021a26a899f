package dev.burnline.serve.torch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs TorchScript source as the archive that PyTorch loads: one module without attributes of its
 * own, so that the few bytes of pickle that describe it are always the same.
 *
 * @see <a
 *     href="https://github.com/pytorch/pytorch/blob/main/torch/csrc/jit/docs/serialization.md">the
 *     format</a>
 */
final class ScriptArchive {

  private static final int PROTOCOL = 0x80;
  private static final int VERSION = 2;
  private static final int NEW_OBJECT = 0x81;
  private static final int FALSE = 0x89;

  private ScriptArchive() {}

  /** Returns the archive of a source whose module is the class {@code __torch__.name}. */
  static byte[] of(String className, String source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      put(zip, "data.pkl", module(className));
      put(zip, "constants.pkl", new byte[] {(byte) PROTOCOL, VERSION, ')', '.'});
      put(zip, "code/__torch__.py", source.getBytes(UTF_8));
      put(zip, "version", "3\n".getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Pickles an object of the class whose state is {@code {"training": False}}. */
  private static byte[] module(String className) {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.write(PROTOCOL);
    pickle.write(VERSION);
    pickle.writeBytes(("c__torch__\n" + className + "\n)").getBytes(UTF_8));
    pickle.write(NEW_OBJECT);
    byte[] key = "training".getBytes(UTF_8);
    pickle.writeBytes(new byte[] {'}', '(', 'X', (byte) key.length, 0, 0, 0});
    pickle.writeBytes(key);
    pickle.write(FALSE);
    pickle.writeBytes(new byte[] {'u', 'b', '.'});
    return pickle.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry("network/" + name);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setCrc(crc.getValue());
    entry.setSize(content.length);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
