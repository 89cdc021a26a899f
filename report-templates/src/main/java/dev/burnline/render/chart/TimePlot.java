package dev.burnline.render.chart;

import dev.burnline.render.finding.Span;
import java.util.List;

/**
 * What a chart over time shows, whatever it is drawn with.
 *
 * @param finding what it says, for those who do not see it
 * @param slots how many equal slots the window has
 * @param layers back to front
 * @param levels horizontal lines with their labels
 * @param shaded spans beyond an objective
 */
record TimePlot(
    String finding, int slots, List<Layer> layers, List<Level> levels, List<Span> shaded) {

  /**
   * One value per slot.
   *
   * @param name also its CSS class; areas begin with {@code area-}
   * @param heights 0 at the bottom to 1 at the top; NaN where there is no value
   */
  @SuppressWarnings("ArrayRecordComponent") // drawn once, never compared
  record Layer(String name, double[] heights) {

    boolean isArea() {
      return name.startsWith("area-");
    }
  }

  /** A horizontal line, 0 at the bottom to 1 at the top. */
  record Level(double at, String label, String cssClass) {}
}
