package dev.burnline.render.chart;

import static java.util.Objects.requireNonNull;

/**
 * A drawn picture.
 *
 * @param svg one SVG element, complete and escaped
 * @param finding what it shows, as plain text that still has to be escaped
 */
public record Picture(String svg, String finding) {

  public Picture {
    requireNonNull(svg, "svg is null");
    requireNonNull(finding, "finding is null");
  }
}
