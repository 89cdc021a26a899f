package dev.burnline.slo.prometheus;

/** An SLO that PromQL cannot express exactly; the message says why. */
final class NotExportableException extends Exception {

  private static final long serialVersionUID = 1L;

  NotExportableException(String why) {
    super(why);
  }
}
