package dev.burnline.serve.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The network's TorchScript module on a device. */
final class Torch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Torch.class);
  private static final String SOURCE = "network.py";

  private final PtNDManager manager;
  private final PtSymbolBlock module;

  private Torch(PtNDManager manager, PtSymbolBlock module) {
    this.manager = manager;
    this.module = module;
  }

  /** Starts PyTorch if it is not, and loads the module onto the first GPU, or the CPU. */
  static Torch start(int threads) {
    if (threads > 0) {
      System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    }
    return guarded(
        () -> {
          Device device = device(TorchEngine.start());
          PtNDManager manager = (PtNDManager) NDManager.newBaseManager(device, TorchEngine.NAME);
          try (InputStream source = Torch.class.getResourceAsStream(SOURCE)) {
            if (source == null) {
              throw new IllegalStateException(SOURCE + " is not in the jar");
            }
            byte[] archive =
                ScriptArchive.of(
                    "Network", new String(source.readAllBytes(), StandardCharsets.UTF_8));
            return new Torch(
                manager,
                JniUtils.loadModule(manager, new ByteArrayInputStream(archive), false, false));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** PyTorch itself says whether it can use a GPU: DJL's count needs a CUDA runtime to be found. */
  private static Device device(Engine engine) {
    if (engine.hasCapability(StandardCapabilities.CUDA)) {
      return Device.gpu(0);
    }
    TorchEngine.broughtLibrary()
        .filter(LibTorch::isForCuda)
        .ifPresent(
            library ->
                LOG.warn(
                    "the PyTorch library in {} is for CUDA, but it finds no GPU that it can use:"
                        + " the model runs on the CPU",
                    library.folder()));
    return Device.cpu();
  }

  /** Returns the manager of what lives as long as the module. */
  PtNDManager manager() {
    return manager;
  }

  /** Returns whether the device is a GPU. */
  boolean onGpu() {
    return manager.getDevice().isGpu();
  }

  /** Returns for example {@code cuda:0} or {@code cpu}. */
  String deviceName() {
    return onGpu() ? "cuda:" + manager.getDevice().getDeviceId() : "cpu";
  }

  /** Calls a method of the module; the arguments stay the caller's, and the result is its own. */
  PtNDArray call(PtNDManager scope, String method, IValue... arguments) {
    // Both are per thread, and any thread may come. Without the optimizer a call never stops to
    // compile, which it does for each new shape.
    JniUtils.setGradMode(false);
    JniUtils.setGraphExecutorOptimize(false);
    try (IValue result = IValueUtils.runMethod(module, method, arguments)) {
      return result.toTensor(scope);
    }
  }

  /** Runs with errors of the engine told apart. */
  static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (LibTorchException e) {
      throw e;
    } catch (EngineException e) {
      throw DeviceErrors.of(e);
    }
  }

  @Override
  public void close() {
    module.close();
    manager.close();
  }
}
