/**
 * What a report says before its tables: which service and which SLO matter most, when it was bad,
 * and one sentence of cause.
 *
 * <p>In: a report. Out: {@link dev.burnline.render.finding.Findings}, which is the entry.
 */
@NullMarked
package dev.burnline.render.finding;

import org.jspecify.annotations.NullMarked;
