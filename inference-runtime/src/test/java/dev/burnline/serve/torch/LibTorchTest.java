package dev.burnline.serve.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibTorchTest {

  private static final String TORCH = System.mapLibraryName("torch");

  @TempDir private Path folder;
  private final Map<String, String> settings = new HashMap<>();
  private Path cpu;
  private Path cuda;

  @BeforeEach
  void makeLibraries() throws IOException {
    cpu = Files.createDirectory(folder.resolve("cpu"));
    cuda = Files.createDirectory(folder.resolve("cuda"));
    Files.createFile(cpu.resolve(TORCH));
    Files.createFile(cuda.resolve(TORCH));
    Files.createFile(cuda.resolve(System.mapLibraryName("torch_cuda")));
  }

  @Test
  void theLibraryIsTheFirstOfThePathThatIsOne() {
    assertThat(LibTorch.of(settings::get)).isEmpty();
    settings.put("PYTORCH_LIBRARY_PATH", "");
    assertThat(LibTorch.of(settings::get)).isEmpty();
    settings.put("PYTORCH_LIBRARY_PATH", folder.toString());
    assertThat(LibTorch.of(settings::get)).isEmpty();
    settings.put(
        "PYTORCH_LIBRARY_PATH",
        String.join(
            File.pathSeparator,
            folder.resolve("missing").toString(),
            cuda.toString(),
            cpu.toString()));
    assertThat(LibTorch.of(settings::get)).contains(new LibTorch(cuda));
    settings.put("PYTORCH_LIBRARY_PATH", cpu.resolve(TORCH).toString());
    assertThat(LibTorch.of(settings::get)).contains(new LibTorch(cpu));
  }

  @Test
  void theBindingsAreThoseOfTheLibraryThatIsThere() {
    assertThat(new LibTorch(cpu).untoldFlavor(settings::get)).contains("cpu");
    assertThat(new LibTorch(cuda).untoldFlavor(settings::get)).contains("cu128");
  }

  @Test
  void whatTheOperatorSaysOfTheLibraryHolds() {
    settings.put("PYTORCH_FLAVOR", "cu121");
    assertThat(new LibTorch(cuda).untoldFlavor(settings::get)).isEmpty();
  }

  @Test
  void anEmptyFlavorIsRefusedByName() {
    settings.put("PYTORCH_FLAVOR", "");
    assertThatThrownBy(() -> new LibTorch(cpu).untoldFlavor(settings::get))
        .isInstanceOf(LibTorchException.class)
        .hasMessage("PYTORCH_FLAVOR is empty: unset it, or say cpu or cu128");
  }
}
