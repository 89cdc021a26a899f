package dev.burnline.render.chart;

/** Path data of lines and areas over slots; one unit across per slot, y downwards. */
final class Paths {

  private Paths() {}

  /** A stepped line over the slots that have a value (not NaN), broken where none has. */
  static String line(double[] heights, int plotHeight) {
    var path = new StringBuilder(heights.length * 7);
    boolean drawing = false;
    for (int slot = 0; slot < heights.length; slot++) {
      double height = heights[slot];
      if (Double.isNaN(height)) {
        drawing = false;
        continue;
      }
      String y = Svg.num(tenth(plotHeight * (1 - height)));
      if (drawing) {
        path.append('V').append(y).append("h1");
      } else {
        path.append('M').append(slot).append(' ').append(y).append("h1");
        drawing = true;
      }
    }
    return path.toString();
  }

  /** Filled steps from the bottom; slots of height 0 are left out. */
  static String steps(double[] heights, int plotHeight) {
    var path = new StringBuilder(heights.length * 7);
    for (int slot = 0; slot < heights.length; ) {
      if (!(heights[slot] > 0)) {
        slot++;
        continue;
      }
      path.append('M').append(slot).append(' ').append(plotHeight);
      for (; slot < heights.length && heights[slot] > 0; slot++) {
        path.append('V').append(Svg.num(tenth(plotHeight * (1 - heights[slot])))).append("h1");
      }
      path.append('V').append(plotHeight).append('z');
    }
    return path.toString();
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
