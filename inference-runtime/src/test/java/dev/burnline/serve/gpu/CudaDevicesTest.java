package dev.burnline.serve.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CudaDevicesTest {

  private static final List<GpuDevice> ALIKE =
      List.of(gpu(0, "GPU-a1", "A100"), gpu(1, "GPU-a2", "A100"), gpu(2, "GPU-b1", "A100"));
  private static final List<GpuDevice> MIXED =
      List.of(gpu(0, "GPU-a1", "T4"), gpu(1, "GPU-a2", "A100"));

  private static GpuDevice gpu(int index, String uuid, String name) {
    return new GpuDevice(index, new PciBus(0, 10 + index, 0), uuid, name, null);
  }

  /** Returns the driver's number of the GPU that CUDA calls so; -1 when it cannot be told. */
  private static long meant(
      @Nullable String visible, @Nullable String order, long number, List<GpuDevice> all) {
    return new CudaDevices(visible, order).device(number, all).map(GpuDevice::index).orElse(-1L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none|0|0",
        "none|2|2",
        "none|3|-1",
        "1|0|1",
        "2,0|0|2",
        "2,0|1|0",
        "2,0|2|-1",
        " 2 , 1 |1|1",
        "0,-1,1|0|0",
        "0,-1,1|1|-1",
        "0,-1,1|2|-1",
        "0,7,1|2|-1",
        "''|0|-1",
        "NoDevFiles|0|-1",
        "99999999999|0|-1",
        "GPU-b|0|2",
        "GPU-b1,GPU-a1|1|0",
        "GPU-a|0|-1",
        "GPU-c|0|-1",
        "MIG-GPU-a1/1/0|0|-1",
        "GPU-b1,0|1|0",
      })
  void whatIsVisibleIsCountedAfresh(@Nullable String visible, long number, long index) {
    assertThat(meant(visible, null, number, ALIKE)).isEqualTo(index);
  }

  @Test
  void gpusOfSeveralKindsAreOnlyCountedInAKnownOrder() {
    assertThat(meant(null, null, 0, MIXED)).isEqualTo(-1);
    assertThat(meant("1", null, 0, MIXED)).isEqualTo(-1);
    assertThat(meant("1", "FASTEST_FIRST", 0, MIXED)).isEqualTo(-1);
    assertThat(meant("1", "PCI_BUS_ID", 0, MIXED)).isEqualTo(1);
    assertThat(meant(null, "PCI_BUS_ID", 1, MIXED)).isEqualTo(1);
    assertThat(meant("GPU-a2", null, 0, MIXED)).isEqualTo(1);
    assertThat(meant(null, null, 0, MIXED.subList(0, 1))).isZero();
  }

  @Test
  void beyondAGpuThatCannotBeReadOnlyUuidsCount() {
    List<GpuDevice> holed = List.of(ALIKE.get(0), ALIKE.get(2));

    assertThat(meant(null, "PCI_BUS_ID", 1, holed)).isEqualTo(-1);
    assertThat(meant("2", "PCI_BUS_ID", 0, holed)).isEqualTo(-1);
    assertThat(meant("GPU-b1", null, 0, holed)).isEqualTo(2);
    assertThat(meant(null, null, 0, List.of())).isEqualTo(-1);
  }
}
