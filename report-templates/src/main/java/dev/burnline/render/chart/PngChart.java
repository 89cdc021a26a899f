package dev.burnline.render.chart;

import dev.burnline.render.chart.FixedAxis.Tick;
import dev.burnline.render.chart.TimePlot.Level;
import dev.burnline.render.finding.Span;
import dev.burnline.render.words.Words;
import dev.burnline.report.Window;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a plot as an indexed PNG with JFreeChart, on an opaque white ground. */
final class PngChart {

  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 22);
  private static final Color INK = new Color(0x545d6a);
  private static final Color GRID = new Color(0xdde1e7);
  private static final Color SHADE = new Color(0xf7c9c4);
  private static final Color BAD = new Color(0xb3261e);
  private static final Map<String, Color> COLOURS =
      Map.of(
          "area-requests", new Color(0xa3bcdb),
          "area-errors", BAD,
          "line-p50", INK,
          "line-p95", new Color(0x2563a8),
          "line-p99", new Color(0x8a94a1),
          "line-left", new Color(0x2563a8),
          "line-ahead", new Color(0x8a94a1),
          "line-ideal", INK);
  private static final BasicStroke DASHED =
      new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {14, 8}, 0);

  private final TimeAxis time;

  PngChart(Window window, Words words) {
    this.time = new TimeAxis(window, words);
  }

  byte[] draw(TimePlot of) {
    var chart = new JFreeChart(null, FONT, plot(of), false);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setBorderVisible(false);
    var image = new BufferedImage(MailChart.WIDTH, MailChart.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    chart.draw(graphics, new Rectangle2D.Double(0, 0, MailChart.WIDTH, MailChart.HEIGHT));
    graphics.dispose();
    return IndexedPng.of(image);
  }

  private XYPlot plot(TimePlot of) {
    var plot = new XYPlot(null, timeAxis(of.slots()), levelAxis(of), null);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(new BasicStroke(2));
    plot.setInsets(new RectangleInsets(12, 4, 4, 34));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    for (int i = 0; i < of.layers().size(); i++) {
      TimePlot.Layer layer = of.layers().get(i);
      plot.setDataset(i, series(layer));
      plot.setRenderer(i, renderer(layer));
    }
    plot.setDatasetRenderingOrder(org.jfree.chart.plot.DatasetRenderingOrder.FORWARD);
    for (Span span : of.shaded()) {
      double from = time.at(span.start()) * of.slots();
      double until = Math.max(from + 1, time.at(span.end()) * of.slots());
      plot.addDomainMarker(
          new IntervalMarker(from, until, SHADE, new BasicStroke(0), null, null, 1),
          Layer.BACKGROUND);
    }
    for (Level level : of.levels()) {
      if (level.cssClass().equals("limit")) {
        plot.addRangeMarker(new ValueMarker(level.at(), BAD, DASHED), Layer.FOREGROUND);
      }
    }
    return plot;
  }

  private static XYSeriesCollection series(TimePlot.Layer layer) {
    var series = new XYSeries("", false, true);
    double[] heights = layer.heights();
    for (int slot = 0; slot < heights.length; slot++) {
      Double height = Double.isNaN(heights[slot]) ? null : (Double) heights[slot];
      series.add(slot + 0.5, height, false);
    }
    return new XYSeriesCollection(series);
  }

  private static AbstractXYItemRenderer renderer(TimePlot.Layer layer) {
    AbstractXYItemRenderer renderer;
    if (layer.isArea()) {
      renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
    } else {
      var lines = new XYLineAndShapeRenderer(true, false);
      lines.setDrawSeriesLineAsPath(true);
      renderer = lines;
    }
    renderer.setSeriesPaint(0, COLOURS.getOrDefault(layer.name(), INK));
    renderer.setSeriesStroke(0, new BasicStroke(layer.name().endsWith("p99") ? 1.5f : 2.5f));
    return renderer;
  }

  private NumberAxis timeAxis(int slots) {
    var ticks =
        time.ticks().stream()
            .map(tick -> new Tick(tick.at() * slots, tick.label(), TextAnchor.TOP_CENTER))
            .toList();
    return styled(new FixedAxis(slots, ticks));
  }

  private static NumberAxis levelAxis(TimePlot of) {
    var ticks =
        of.levels().stream()
            .map(level -> new Tick(level.at(), level.label(), TextAnchor.CENTER_RIGHT))
            .toList();
    NumberAxis axis = styled(new FixedAxis(1, ticks));
    // Both pictures of a service begin at the same place, so that their hours stand below each
    // other.
    axis.setFixedDimension(96);
    return axis;
  }

  private static NumberAxis styled(NumberAxis axis) {
    axis.setTickLabelFont(FONT);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(GRID);
    axis.setTickMarksVisible(false);
    return axis;
  }
}
