package dev.burnline.serve.engine.batch;

/**
 * How many requests take part in one step of the model. Normally all; after a step that did not fit
 * into the device's memory half as many, until the request that asks too much is alone and fails.
 * Then all again. When the halves did fit, the width doubles after every 1000 steps that went well.
 */
final class StepWidth {

  private static final int STEPS_TO_WIDEN = 1000;

  private int width = Integer.MAX_VALUE;
  private int wentWell;

  int width() {
    return width;
  }

  void wentWell() {
    if (width < Integer.MAX_VALUE && ++wentWell >= STEPS_TO_WIDEN) {
      width = width > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE : 2 * width;
      wentWell = 0;
    }
  }

  /** Hears that a step of so many requests, at least 2, did not fit. */
  void didNotFit(int requests) {
    width = requests / 2;
    wentWell = 0;
  }

  /** Hears that the request which asked too much is gone. */
  void culpritFailed() {
    width = Integer.MAX_VALUE;
    wentWell = 0;
  }
}
