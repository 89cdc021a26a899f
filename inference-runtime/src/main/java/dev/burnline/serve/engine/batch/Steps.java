package dev.burnline.serve.engine.batch;

import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.model.DeviceFaultException;
import dev.burnline.serve.model.DeviceOutOfMemoryException;
import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests through steps of the model, and deals with what goes wrong there.
 *
 * <ul>
 *   <li>No memory for a sequence: tried once more after the device's caches were freed, then that
 *       request fails.
 *   <li>No memory for a step: caches are freed and the requests of the step lose their sequences,
 *       which are made again from their tokens; steps become narrower, and a request that does not
 *       fit alone fails.
 *   <li>A fault of the device: all requests at work fail, and the engine counts as broken until a
 *       step succeeds.
 *   <li>Anything else: the requests of the step fail.
 * </ul>
 */
final class Steps {

  private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

  private final LanguageModel model;
  private final Consumer<GenerationEnd> failAll;
  private final Pulse pulse;
  private final StepWidth width = new StepWidth();

  /**
   * Makes steps of a model.
   *
   * @param failAll ends all requests at work
   * @param pulse hears when a step is done or the device failed
   */
  Steps(LanguageModel model, Consumer<GenerationEnd> failAll, Pulse pulse) {
    this.model = model;
    this.failAll = failAll;
    this.pulse = pulse;
  }

  /** Lets the model read these, in as many steps as it needs. */
  void run(List<Slice> slices) {
    int from = 0;
    while (from < slices.size()) {
      int to = (int) Math.min(slices.size(), (long) from + width.width());
      runTogether(slices.subList(from, to));
      from = to;
    }
  }

  private void runTogether(List<Slice> slices) {
    List<Slice> taking = new ArrayList<>(slices.size());
    List<Step> steps = new ArrayList<>(slices.size());
    for (Slice slice : slices) {
      if (!slice.run().ticket().hasEnded() && open(slice.run())) {
        taking.add(slice);
      }
    }
    taking.removeIf(slice -> slice.run().ticket().hasEnded());
    if (taking.isEmpty()) {
      return;
    }
    List<float[]> logits;
    try {
      for (Slice slice : taking) {
        steps.add(new Step(slice.run().sequence(model), slice.run().unread(slice.count())));
      }
      logits = model.step(steps);
      if (logits.size() != steps.size()) {
        throw new IllegalStateException(
            "the model answered " + logits.size() + " of " + steps.size() + " steps");
      }
    } catch (Throwable e) {
      failed(taking, e);
      return;
    }
    width.wentWell();
    long now = pulse.stepped();
    for (int i = 0; i < taking.size(); i++) {
      taking.get(i).run().hasRead(taking.get(i).count(), logits.get(i), now);
    }
  }

  /** Opens the sequence of a request that has none; false when the request failed by that. */
  private boolean open(Run run) {
    try {
      try {
        run.sequence(model);
      } catch (DeviceOutOfMemoryException e) {
        freeCaches();
        run.sequence(model);
      }
      return true;
    } catch (DeviceOutOfMemoryException e) {
      LOG.warn("no memory for the sequence of a request, it fails: {}", e.getMessage());
      freeCaches();
      run.ticket().end(Ends.noMemory(e));
    } catch (DeviceFaultException e) {
      deviceFailed(e);
    } catch (Throwable e) {
      run.ticket().end(Ends.engineError(e));
      LOG.warn("no sequence for a request, it fails", e);
    }
    return false;
  }

  private void failed(List<Slice> slices, Throwable e) {
    for (Slice slice : slices) {
      slice.run().dropSequence();
    }
    if (e instanceof DeviceFaultException) {
      deviceFailed(e);
    } else if (e instanceof DeviceOutOfMemoryException) {
      outOfMemory(slices, e);
    } else {
      slices.forEach(slice -> slice.run().ticket().end(Ends.engineError(e)));
      LOG.error("a step of {} requests failed, they fail", slices.size(), e);
    }
  }

  private void deviceFailed(Throwable e) {
    GenerationEnd.Failed end = Ends.deviceFault(e);
    pulse.failed(end.message());
    failAll.accept(end);
    LOG.error("the device failed, all requests at work fail", e);
  }

  private void outOfMemory(List<Slice> slices, Throwable e) {
    freeCaches();
    if (slices.size() > 1) {
      LOG.warn(
          "no memory for a step of {} requests, it is divided: {}", slices.size(), e.getMessage());
      width.didNotFit(slices.size());
    } else {
      LOG.warn("no memory for a step of one request, it fails: {}", e.getMessage());
      width.culpritFailed();
      slices.get(0).run().ticket().end(Ends.noMemory(e));
    }
  }

  private void freeCaches() {
    try {
      model.freeCaches();
    } catch (Throwable e) {
      LOG.warn("the device's caches could not be freed", e);
    }
  }
}
