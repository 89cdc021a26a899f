package dev.burnline.serve.torch;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The PyTorch library that an operator brings.
 *
 * @param folder where it is
 */
record LibTorch(Path folder) {

  static final String FLAVOR = "PYTORCH_FLAVOR";
  private static final String PATH = "PYTORCH_LIBRARY_PATH";
  private static final String MAIN = System.mapLibraryName("torch");
  private static final String CUDA = System.mapLibraryName("torch_cuda");

  LibTorch {
    requireNonNull(folder, "folder is null");
  }

  /**
   * Returns the library that DJL will load; empty when it takes the one that comes along.
   *
   * @param settings the value of a variable or property; null when it is not set
   */
  static Optional<LibTorch> of(UnaryOperator<@Nullable String> settings) {
    String paths = settings.apply(PATH);
    return paths == null
        ? Optional.empty()
        : Stream.of(paths.split(File.pathSeparator, -1))
            .filter(path -> !path.isEmpty())
            .map(Path::of)
            .map(path -> path.endsWith(MAIN) ? path : path.resolve(MAIN))
            .filter(Files::isRegularFile)
            .findFirst()
            .map(library -> new LibTorch(requireNonNull(library.toAbsolutePath().getParent())));
  }

  /**
   * Returns what DJL has to be told of this library, or would take for one with an old C++ ABI, for
   * which it has no bindings; empty when the operator says it.
   *
   * @param settings the value of a variable or property; null when it is not set
   * @throws LibTorchException when the operator says one that is empty or blank: DJL finds no
   *     bindings for it
   */
  Optional<String> untoldFlavor(UnaryOperator<@Nullable String> settings) {
    String told = settings.apply(FLAVOR);
    if (told == null) {
      return Optional.of(isForCuda() ? "cu128" : "cpu");
    }
    if (told.isBlank()) {
      throw new LibTorchException(
          "%s is %s: unset it, or say cpu or cu128"
              .formatted(FLAVOR, told.isEmpty() ? "empty" : "blank"));
    }
    return Optional.empty();
  }

  /** Returns whether the library can use a GPU. */
  boolean isForCuda() {
    return Files.exists(folder.resolve(CUDA));
  }
}
