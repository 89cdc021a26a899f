package dev.burnline.slo.budget;

/** Whether an alert of an SLO fires at some minute. */
public enum AlertState {
  QUIET,
  FIRING
}
