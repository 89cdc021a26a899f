package dev.burnline.serve.weights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsHeaderTest {

  @TempDir Path folder;

  @Test
  void aWholeFileIsReadInTheOrderOfItsBytes() throws IOException {
    Path file =
        file(
            """
            {"__metadata__":{"format":"pt"},
             "b":{"dtype":"BF16","shape":[3],"data_offsets":[8,14]},
             "a":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}\
            """,
            14);

    assertThat(SafetensorsHeader.read(file))
        .extracting(t -> t.name() + t.type() + t.shape() + t.byteLength())
        .containsExactly("aF32[1, 2]8", "bBF16[3]6");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1,2]                                                        |0|header must be a JSON"
            + " object, got ARRAY",
        "{\"a\":                                                      |0|header is not JSON:"
            + " Unexpected end-of-input",
        "{} {}                                                        |0|header is not JSON:"
            + " Trailing token",
        "{\"a\":{},\"a\":{}}                                          |0|header is not JSON:"
            + " Duplicate field 'a'",
        "{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}} |8|tensor 'a': dtype must"
            + " be BF16, F16 or F32, got \"I64\"",
        "{\"a\":{\"shape\":[1],\"data_offsets\":[0,8]}}               |8|tensor 'a': dtype must be"
            + " BF16, F16 or F32, got ",
        "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}           |8|tensor 'a': shape must be"
            + " a list, got ",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}} |0|tensor 'a': shape must"
            + " be positive, got [0]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}} |8|tensor 'a': shape"
            + " must be positive, got [-2]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.5],\"data_offsets\":[0,8]}} |8|tensor 'a': shape"
            + " must be positive, got [2.5]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,8]}}"
            + " |8|tensor 'a': shape must be positive, got [99999999999999999999]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}                    |8|tensor 'a': data_offsets"
            + " must be two integers, got ",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}} |8|tensor 'a': data_offsets"
            + " must be two integers, got [0]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,16]}} |8|tensor 'a':"
            + " data_offsets must be in 0..8, got [0,16]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}} |8|tensor 'a':"
            + " data_offsets must be in 0..8, got [-8,0]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}} |8|tensor 'a':"
            + " data_offsets must be in 0..8, got [8,0]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}} |8|tensor 'a':"
            + " data_offsets [0,8] hold 8 bytes, but shape [3] of F32 does not fit that",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,8]}}"
            + " |8|tensor 'a': data_offsets [0,8] hold 8 bytes, but shape [4611686018427387904, 4]"
            + " of F32 does not fit that",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} |8|tensor 'a': leaves a"
            + " hole after the tensor before it: begins at 4, expected 0",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}"
            + " |4|tensor 'b': overlaps the tensor before it: begins at 0, expected 4",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} |8|tensors end at 4 of 8"
            + " bytes of data",
        "{}                                                           |8|tensors end at 0 of 8"
            + " bytes of data",
      })
  void aDamagedHeaderIsRefusedWithTheValueAtFault(String json, int dataBytes, String problem)
      throws IOException {
    Path file = file(json, dataBytes);

    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(() -> SafetensorsHeader.read(file))
        .withMessageStartingWith(file + ": " + problem);
  }

  @Test
  void aLengthThatTheFileCannotHoldIsRefused() throws IOException {
    Path file = folder.resolve("model.safetensors");
    Files.write(file, new byte[7]);
    assertRefused(file, "has 7 bytes, too few for a safetensors file");
    Files.write(file, lengthAndBytes(3, new byte[2]));
    assertRefused(file, "header length must be in 2..2, got 3");
    Files.write(file, lengthAndBytes(-1, new byte[2]));
    assertRefused(file, "header length must be in 2..2, got 18446744073709551615");
    Files.write(file, lengthAndBytes(0, new byte[2]));
    assertRefused(file, "header length must be in 2..2, got 0");
  }

  private static void assertRefused(Path file, String problem) {
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(() -> SafetensorsHeader.read(file))
        .withMessage(file + ": " + problem);
  }

  private Path file(String json, int dataBytes) throws IOException {
    byte[] header = json.getBytes(UTF_8);
    byte[] rest = new byte[header.length + dataBytes];
    System.arraycopy(header, 0, rest, 0, header.length);
    return Files.write(folder.resolve("model.safetensors"), lengthAndBytes(header.length, rest));
  }

  private static byte[] lengthAndBytes(long length, byte[] rest) {
    return ByteBuffer.allocate(8 + rest.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(rest)
        .array();
  }
}
