/**
 * A second, slow and obvious implementation of the report, to prove the fast one against.
 *
 * <p>In: raw log files, a civil date, a zone, SLOs as plain Java values. Out: the expected {@code
 * report.json} and a list of the differences from an actual one. Entry: {@link
 * dev.burnline.oracle.BruteForceReport}. Everything is kept in memory, sorted whole and summed
 * without rounding; no class of the product is used, so that a mistake there cannot hide here.
 */
@NullMarked
package dev.burnline.oracle;

import org.jspecify.annotations.NullMarked;
