/**
 * Incidents: failure patterns by name, each leaving its own signals in the log.
 *
 * <p>In: a YAML file. Out: {@link dev.burnline.generate.incident.Incident}s, and for one instance
 * the {@link dev.burnline.generate.incident.Episode}s that act on its simulated server. Entry:
 * {@link dev.burnline.generate.incident.IncidentFile}.
 */
@NullMarked
package dev.burnline.generate.incident;

import org.jspecify.annotations.NullMarked;
