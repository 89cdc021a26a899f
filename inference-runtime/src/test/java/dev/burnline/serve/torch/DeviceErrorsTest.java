package dev.burnline.serve.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.Shape;
import dev.burnline.serve.model.DeviceFaultException;
import dev.burnline.serve.model.DeviceOutOfMemoryException;
import dev.burnline.serve.model.ModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceErrorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 23.69 GiB total capacity)",
        "[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator: can't allocate memory:"
            + " you tried to allocate 4398046511104 bytes. Error code 12",
        "CUDA error: out of memory",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
      })
  void noMemoryIsKnownByItsWords(String message) {
    assertThat(DeviceErrors.of(new EngineException(message)))
        .isInstanceOf(DeviceOutOfMemoryException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUDA error: device-side assert triggered",
        "CUDA error: an illegal memory access was encountered",
        "CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling `cublasGemmEx`",
      })
  void aFaultOfTheDeviceIsKnownByItsWords(String message) {
    assertThat(DeviceErrors.of(new EngineException(message)))
        .isInstanceOf(DeviceFaultException.class)
        .hasMessage(message);
  }

  @Test
  void anythingElseIsTheModelsAndSaysItsCauseInOneLine() {
    EngineException error =
        new EngineException(
            """
            The following operation failed in the TorchScript interpreter.
              File "code/__torch__.py", line 6, in step
            RuntimeError: shape '[15]' is invalid for input of size 8

            """);

    assertThat(DeviceErrors.of(error))
        .isExactlyInstanceOf(ModelException.class)
        .hasMessage("shape '[15]' is invalid for input of size 8")
        .hasCause(error);
  }

  @Test
  void aRealLackOfMemoryLeavesTheEngineUsable() {
    try (Torch torch = Torch.start(1);
        var scope = torch.manager().newSubManager()) {
      assertThatExceptionOfType(DeviceOutOfMemoryException.class)
          .isThrownBy(() -> Torch.guarded(() -> scope.zeros(new Shape(1L << 50))))
          .withMessageContaining("you tried to allocate 4503599627370496 bytes");
      assertThat(scope.ones(new Shape(3)).sum().getFloat()).isEqualTo(3f);
    }
  }
}
