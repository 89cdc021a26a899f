package dev.burnline.serve.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.burnline.serve.demo.train.NetworkShape;
import dev.burnline.serve.demo.train.Tensor;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The place of a demo model; the model is there as a whole or as it was before. */
final class DemoFolder {

  private final Path folder;

  DemoFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Refuses to replace anything but an empty folder or another demo model.
   *
   * @throws IllegalArgumentException with what stands in the way
   * @throws IOException when the folder that is to hold it cannot be written to
   */
  void check() throws IOException {
    Path parent = folder.getParent();
    if (parent != null) {
      // Better known now than after the training.
      Files.createDirectories(parent);
      if (!Files.isWritable(parent)) {
        throw new AccessDeniedException(parent.toString(), null, "cannot be written to");
      }
    }
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("'" + folder + "' is there and is not a folder");
    }
    Set<String> names = StagedFolder.names(folder);
    Set<String> foreign = new TreeSet<>(names);
    foreign.removeAll(StagedFolder.FILES);
    if (!names.isEmpty() && (!foreign.isEmpty() || !isMarked())) {
      throw new IllegalArgumentException(
          "'%s' is not a demo model and is left as it is; it holds %s"
              .formatted(folder, String.join(", ", foreign.isEmpty() ? names : foreign)));
    }
  }

  /** Writes a model beside the place, to be looked at and then published. */
  StagedFolder stage(NetworkShape shape, Map<String, Tensor> weights) throws IOException {
    return StagedFolder.write(folder, shape, weights);
  }

  private boolean isMarked() throws IOException {
    Path config = folder.resolve(StagedFolder.CONFIG);
    try {
      return Files.exists(config)
          && new ObjectMapper().readTree(config.toFile()).path(ConfigFiles.MARK).asBoolean();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
