/**
 * The self-contained HTML page.
 *
 * <p>In: a cleaned report. Out: one HTML document without scripts or outside references. Entry:
 * {@link dev.burnline.render.page.ReportPage}.
 */
@NullMarked
package dev.burnline.render.page;

import org.jspecify.annotations.NullMarked;
