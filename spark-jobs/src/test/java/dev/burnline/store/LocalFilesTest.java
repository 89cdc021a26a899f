package dev.burnline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.StreamCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {

  private static final Path FULL = Path.of("/dev/full");

  @TempDir private Path folder;

  @Test
  void a_full_disk_is_an_exception_that_can_be_handled() throws IOException {
    assumeTrue(Files.exists(FULL), "there is no /dev/full here");
    Path file = Files.createSymbolicLink(folder.resolve("file"), FULL);
    LocalFiles files = LocalFiles.of(new Configuration(false));

    assertThatThrownBy(
            () -> {
              // Appending leaves the mode of the device alone.
              try (OutputStream out = files.append(new org.apache.hadoop.fs.Path(file.toUri()))) {
                out.write(new byte[100_000]);
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  @Test
  void what_is_written_can_be_brought_to_the_disk() throws IOException {
    LocalFiles files = LocalFiles.of(new Configuration(false));
    Path file = folder.resolve("new/file");

    try (FSDataOutputStream out = files.create(new org.apache.hadoop.fs.Path(file.toUri()))) {
      out.write(7);
      assertThat(out.hasCapability(StreamCapabilities.HSYNC)).isTrue();
      out.hsync();
      assertThat(file).hasBinaryContent(new byte[] {7});
    }
    files.syncFolder(new org.apache.hadoop.fs.Path(file.getParent().toUri()));
  }
}
