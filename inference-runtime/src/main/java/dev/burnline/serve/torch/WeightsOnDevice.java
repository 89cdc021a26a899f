package dev.burnline.serve.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import dev.burnline.serve.model.ModelException;
import dev.burnline.serve.weights.StoredTensor;
import dev.burnline.serve.weights.TensorType;
import dev.burnline.serve.weights.WeightsFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Copies a folder's tensors onto the device, in the order and form that the module wants. */
final class WeightsOnDevice {

  private final Torch torch;
  private final WeightsFolder folder;
  private final Map<String, StoredTensor> tensors;
  private final TensorType type;
  private final LoadOptions.Progress progress;
  private final List<PtNDArray> loaded = new ArrayList<>();
  private long doneBytes;

  private WeightsOnDevice(
      Torch torch, WeightsFolder folder, TensorType type, LoadOptions.Progress progress) {
    this.torch = torch;
    this.folder = folder;
    this.tensors = folder.tensors();
    this.type = type;
    this.progress = progress;
  }

  /**
   * Loads all tensors; they belong to the module's manager.
   *
   * @throws ModelException when tensors are missing or of another shape, with all of them
   */
  static List<PtNDArray> load(
      Torch torch,
      NetworkShape shape,
      WeightsFolder folder,
      TensorType type,
      LoadOptions.Progress progress)
      throws IOException {
    List<String> problems = TensorNames.problems(shape, folder.tensors());
    if (!problems.isEmpty()) {
      throw new ModelException(folder.path() + ": " + String.join("; ", problems), null);
    }
    WeightsOnDevice device = new WeightsOnDevice(torch, folder, type, progress);
    device.loadAll(shape);
    return device.loaded;
  }

  /** Returns the type in memory of weights of a type on disk. */
  static TensorType typeInMemory(TensorType stored, LoadOptions.Dtype wanted, boolean onGpu) {
    return switch (wanted) {
      case FLOAT32 -> TensorType.F32;
      case BFLOAT16 -> TensorType.BF16;
      case AUTO -> stored == TensorType.F16 && !onGpu ? TensorType.F32 : stored;
    };
  }

  private void loadAll(NetworkShape shape) throws IOException {
    add(TensorNames.EMBEDDING);
    add(TensorNames.LAST_NORM);
    if (shape.tiedHead()) {
      loaded.add(loaded.get(0));
    } else {
      add(TensorNames.HEAD);
    }
    for (int i = 0; i < shape.layers(); i++) {
      String attention = TensorNames.layer(i, "self_attn.");
      String feedForward = TensorNames.layer(i, "mlp.");
      add(TensorNames.layer(i, "input_layernorm.weight"));
      add(attention + "q_proj.weight", attention + "k_proj.weight", attention + "v_proj.weight");
      add(attention + "o_proj.weight");
      add(TensorNames.layer(i, "post_attention_layernorm.weight"));
      add(feedForward + "gate_proj.weight", feedForward + "up_proj.weight");
      add(feedForward + "down_proj.weight");
      if (shape.biases()) {
        add(attention + "q_proj.bias", attention + "k_proj.bias", attention + "v_proj.bias");
      }
    }
  }

  /** Adds one tensor, or several with the same input as one. */
  private void add(String... names) throws IOException {
    try (PtNDManager scope = (PtNDManager) torch.manager().newSubManager()) {
      PtNDArray[] parts = new PtNDArray[names.length];
      for (int i = 0; i < names.length; i++) {
        parts[i] = read(scope, tensors.get(names[i]));
      }
      PtNDArray whole = parts[0];
      if (parts.length > 1) {
        try (IValue list = IValue.listFrom(parts)) {
          whole = torch.call(scope, "join", list);
        }
      }
      whole.attach(torch.manager());
      loaded.add(whole);
    }
    for (String name : names) {
      doneBytes += tensors.get(name).byteLength();
    }
    progress.loaded(doneBytes, folder.byteLength());
  }

  private PtNDArray read(PtNDManager scope, StoredTensor tensor) throws IOException {
    PtNDArray bytes =
        scope.create(folder.map(tensor), new Shape(tensor.byteLength()), DataType.UINT8);
    long[] shape = tensor.shape().stream().flatMapToLong(LongStream::of).toArray();
    try (IValue input = IValue.from(bytes);
        IValue dims = IValue.listFrom(shape);
        IValue stored = IValue.from(code(tensor.type()));
        IValue wanted = IValue.from(code(type))) {
      return torch.call(scope, "weight", input, dims, stored, wanted);
    } finally {
      bytes.close();
    }
  }

  /** Returns PyTorch's number of an element type. */
  private static long code(TensorType type) {
    return switch (type) {
      case F16 -> 5;
      case F32 -> 6;
      case BF16 -> 15;
    };
  }
}
