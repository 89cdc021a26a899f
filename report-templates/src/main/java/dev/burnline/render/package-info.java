/**
 * Writes a report as everything that people get of it.
 *
 * <p>In: a report, or its {@code report.json}, and {@link dev.burnline.render.RenderSettings}. Out:
 * a folder with page, mail, tables and JSON, the JSON last. Entry: {@link
 * dev.burnline.render.ReportRenderer}.
 */
@NullMarked
package dev.burnline.render;

import org.jspecify.annotations.NullMarked;
