package dev.burnline.slo.alert;

import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.budget.WindowSpan;

/** The SLO's own window at any evaluated minute; all in minutes since 1970. */
public interface BudgetWindow {

  /** Returns the window's first minute as evaluated at {@code minute}; its last is before that. */
  long startAt(long minute);

  /** Returns how long the window is as a whole, at least one minute. */
  long lengthAt(long minute);

  /** Returns the last evaluated minute up to which the window is as long as at {@code minute}. */
  long sameLengthUntil(long minute);

  /** Returns the window of an SLO. */
  static BudgetWindow of(TimeWindow window) {
    if (window instanceof TimeWindow.Rolling rolling) {
      return rolling(rolling.length().toMinutes());
    }
    return new BudgetWindow() {
      @Override
      public long startAt(long minute) {
        return WindowSpan.at(window, minute).start();
      }

      @Override
      public long lengthAt(long minute) {
        return WindowSpan.at(window, minute).minutes();
      }

      @Override
      public long sameLengthUntil(long minute) {
        return WindowSpan.at(window, minute).end();
      }
    };
  }

  /**
   * Returns a window that ends at the evaluated minute.
   *
   * @param length in minutes
   */
  static BudgetWindow rolling(long length) {
    return new BudgetWindow() {
      @Override
      public long startAt(long minute) {
        return minute - length;
      }

      @Override
      public long lengthAt(long minute) {
        return length;
      }

      @Override
      public long sameLengthUntil(long minute) {
        return Long.MAX_VALUE - 1;
      }
    };
  }
}
