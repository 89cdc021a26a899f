/**
 * Reads SLO files: OpenSLO v1 documents with Burnline's metric source and annotations.
 *
 * <p>In: YAML files and folders. Out: the {@link dev.burnline.slo.Slo}s, the thresholds of key
 * indicators and the counters that a crunch has to keep, or every problem of all files at once.
 * Entry: {@link dev.burnline.slo.openslo.SloFile}.
 *
 * @see <a href="https://github.com/OpenSLO/OpenSLO">OpenSLO</a>
 */
@NullMarked
package dev.burnline.slo.openslo;

import org.jspecify.annotations.NullMarked;
