/**
 * The report's tables as CSV.
 *
 * <p>In: a cleaned report. Out: one file's text per table, by file name. Entry: {@link
 * dev.burnline.render.table.CsvTables}.
 */
@NullMarked
package dev.burnline.render.table;

import org.jspecify.annotations.NullMarked;
