/**
 * The report as one tree of values, schema {@code burnline.report/1}.
 *
 * <p>In: figures that an evaluation has finished. Out: {@code report.json}, and the same tree for
 * the renderers. Entry: {@link dev.burnline.report.Report}. Values are unrounded; only templates
 * round. A figure for which nothing was counted is {@code null}, never 0, NaN or 100 %.
 */
@NullMarked
package dev.burnline.report;

import org.jspecify.annotations.NullMarked;
