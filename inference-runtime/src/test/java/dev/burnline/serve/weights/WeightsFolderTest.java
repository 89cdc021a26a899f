package dev.burnline.serve.weights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFolderTest {

  private static final List<NamedTensor> TENSORS =
      List.of(
          NamedTensor.float32("one", List.of(2L, 2L), new float[] {1, 2, 3, 4}),
          NamedTensor.bfloat16("two", List.of(3L), new float[] {1, -2, 0.5f}),
          NamedTensor.float32("three", List.of(1L), new float[] {5}));

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    List<Path> files = SafetensorsWriter.write(folder, TENSORS, 1000);

    WeightsFolder weights = WeightsFolder.open(folder);

    assertThat(files).containsExactly(folder.resolve("model.safetensors"));
    assertThat(weights.byteLength()).isEqualTo(26);
    assertThat(weights.tensors()).containsOnlyKeys("one", "two", "three");
    assertThat(weights.tensors().get("one").shape()).containsExactly(2L, 2L);
    MappedByteBuffer one = weights.map(weights.tensors().get("one"));
    assertThat(one.getFloat(12)).isEqualTo(4f);
    MappedByteBuffer two = weights.map(weights.tensors().get("two"));
    assertThat(Bfloat16.toFloat(two.getShort(2))).isEqualTo(-2f);
    assertThat(two.remaining()).isEqualTo(6);
  }

  @Test
  void shardsAreFoundThroughTheIndex() throws IOException {
    List<Path> files = SafetensorsWriter.write(folder, TENSORS, 22);

    WeightsFolder weights = WeightsFolder.open(folder);

    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors");
    assertThat(weights.tensors().get("three").file()).isEqualTo(files.get(1));
    assertThat(weights.map(weights.tensors().get("three")).getFloat(0)).isEqualTo(5f);
    assertThat(Files.readString(folder.resolve(WeightsFolder.INDEX)))
        .contains("\"total_size\" : 26");
  }

  @Test
  void aShardThatIsMissingOrEmptyOfItsTensorIsNamed() throws IOException {
    SafetensorsWriter.write(folder, TENSORS, 22);
    Path second = folder.resolve("model-00002-of-00002.safetensors");
    Files.copy(folder.resolve("model-00001-of-00002.safetensors"), second, REPLACE_EXISTING);
    assertRefused("model.safetensors.index.json: tensor 'three' is not in model-00002-of-00002");
    Files.delete(second);
    assertRefused("names model-00002-of-00002.safetensors, which is not there");
  }

  @Test
  void anIndexCannotPointOutOfTheFolder() throws IOException {
    Files.writeString(
        folder.resolve(WeightsFolder.INDEX), "{\"weight_map\":{\"a\":\"../x.safetensors\"}}");
    assertRefused("not a name of a shard: '../x.safetensors'");
    Files.writeString(folder.resolve(WeightsFolder.INDEX), "{\"weight_map\":{}}");
    assertRefused("weight_map must name tensors");
    Files.writeString(folder.resolve(WeightsFolder.INDEX), "{");
    assertRefused("is not JSON: Unexpected end-of-input");
  }

  @Test
  void anEmptyFolderIsRefused() {
    assertRefused("holds neither model.safetensors nor model.safetensors.index.json");
  }

  @Test
  void theSumOfOneFileIsThatOfTheFile() throws IOException, NoSuchAlgorithmException {
    List<Path> files = SafetensorsWriter.write(folder, TENSORS, 1000);

    assertThat(WeightsFolder.open(folder).sha256())
        .isEqualTo(sha256(Files.readAllBytes(files.get(0))));
  }

  @Test
  void theSumOfShardsIsThatOfTheListOfSums() throws IOException, NoSuchAlgorithmException {
    List<Path> files = SafetensorsWriter.write(folder, TENSORS, 22);
    StringBuilder list = new StringBuilder();
    for (Path file : files) {
      list.append(sha256(Files.readAllBytes(file)))
          .append("  ")
          .append(file.getFileName())
          .append("\n");
    }

    assertThat(WeightsFolder.open(folder).sha256())
        .isEqualTo(sha256(list.toString().getBytes(UTF_8)));
  }

  @Test
  void aManifestIsKept() throws IOException {
    SafetensorsWriter.write(folder, TENSORS, 1000);
    WeightsFolder weights = WeightsFolder.open(folder);
    String sum = weights.sha256();
    Files.writeString(folder.resolve("config.json"), "{}");
    Path manifest = folder.resolve("SHA256SUMS");

    Files.writeString(manifest, sum + "  model.safetensors\n");
    assertThat(weights.sha256()).isEqualTo(sum);

    Files.writeString(manifest, sum + " *model.safetensors\n" + sum + "  config.json\n");
    assertSumRefused(weights, manifest + ": SHA-256 of config.json must be " + sum + ", got ");

    Files.writeString(manifest, "0".repeat(64) + "  model.safetensors\n");
    assertSumRefused(
        weights,
        manifest + ": SHA-256 of model.safetensors must be " + "0".repeat(64) + ", got " + sum);

    Files.writeString(manifest, sum + "  other\n");
    assertSumRefused(weights, manifest + ": does not list model.safetensors");

    Files.writeString(manifest, "\nhello\n");
    assertSumRefused(weights, manifest + ": line 2 must be a SHA-256 and a file name, got 'hello'");
  }

  @Test
  void theWriterRefusesWhatCannotBeRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedTensor.float32("a", List.of(3L), new float[2]))
        .withMessage("tensor 'a': shape [3] does not hold 2 values");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SafetensorsWriter.write(folder, List.of(TENSORS.get(0), TENSORS.get(0)), 100))
        .withMessage("tensor 'one' is there twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SafetensorsWriter.write(folder, List.of(), 100))
        .withMessage("tensors must not be empty");
  }

  @Test
  void bfloat16IsTheNearestValueTiesToEven() {
    assertThat(Bfloat16.toFloat(Bfloat16.of(1f + 1f / 256))).isEqualTo(1f);
    assertThat(Bfloat16.toFloat(Bfloat16.of(1f + 3f / 256))).isEqualTo(1f + 1f / 64);
    assertThat(Bfloat16.toFloat(Bfloat16.of(Float.NEGATIVE_INFINITY)))
        .isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(Bfloat16.toFloat(Bfloat16.of(Float.intBitsToFloat(0x7f800001)))).isNaN();
  }

  private void assertRefused(String problem) {
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(() -> WeightsFolder.open(folder))
        .withMessageContaining(problem);
  }

  private static void assertSumRefused(WeightsFolder weights, String problem) {
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(weights::sha256)
        .withMessageStartingWith(problem);
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
