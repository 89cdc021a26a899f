package dev.burnline.render.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis from 0 to an end whose ticks are given: no search for units, no locale's formats. */
final class FixedAxis extends NumberAxis {

  private static final long serialVersionUID = 1L;

  private final transient List<Tick> ticks;

  record Tick(double at, String label, TextAnchor anchor) {}

  FixedAxis(double end, List<Tick> ticks) {
    super(null);
    this.ticks = List.copyOf(ticks);
    setAutoRange(false);
    setRange(0, end);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    return ticks.stream()
        .map(tick -> new NumberTick(tick.at(), tick.label(), tick.anchor(), TextAnchor.CENTER, 0))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
