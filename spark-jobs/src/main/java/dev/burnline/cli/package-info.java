/**
 * The commands that run Spark jobs, as people and schedulers call them.
 *
 * <p>In: command-line arguments. Out: one job's work, a short summary, an exit code. Entry: {@link
 * dev.burnline.cli.Burnline}.
 */
@NullMarked
package dev.burnline.cli;

import org.jspecify.annotations.NullMarked;
