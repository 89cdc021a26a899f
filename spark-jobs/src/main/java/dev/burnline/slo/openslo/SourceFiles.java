package dev.burnline.slo.openslo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the files that were named, and those of the folders that were named. */
final class SourceFiles {

  /** No SLO file is anywhere near; a log given by mistake is beyond. */
  private static final long LARGEST_BYTES = 1 << 20;

  private final Findings findings;
  private final Set<Path> seen = new HashSet<>();
  private final List<SloSource> sources = new ArrayList<>();

  SourceFiles(Findings findings) {
    this.findings = findings;
  }

  List<SloSource> read(List<Path> paths) {
    paths.forEach(this::readPath);
    return sources;
  }

  private void readPath(Path path) {
    if (Files.isDirectory(path)) {
      readFolder(path);
    } else if (Files.exists(path)) {
      readFile(path);
    } else {
      findings.fileProblem(path.toString(), "no such file or folder");
    }
  }

  private void readFolder(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> files =
          children.filter(child -> isYaml(child) && Files.isRegularFile(child)).sorted().toList();
      if (files.isEmpty()) {
        findings.fileProblem(folder.toString(), "the folder has no *.yaml or *.yml file");
      }
      files.forEach(this::readFile);
    } catch (IOException e) {
      findings.fileProblem(folder.toString(), "cannot be listed: " + e);
    }
  }

  private static boolean isYaml(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private void readFile(Path file) {
    try {
      // A file that is named itself and through its folder counts once.
      if (!seen.add(file.toRealPath())) {
        return;
      }
      if (Files.size(file) > LARGEST_BYTES) {
        findings.fileProblem(
            file.toString(),
            "is larger than an SLO file may be, %d bytes of at most %d"
                .formatted(Files.size(file), LARGEST_BYTES));
        return;
      }
      sources.add(new SloSource(file.toString(), decoded(Files.readAllBytes(file))));
    } catch (CharacterCodingException e) {
      findings.fileProblem(file.toString(), "is not valid UTF-8");
    } catch (IOException e) {
      findings.fileProblem(file.toString(), "cannot be read: " + e);
    }
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
