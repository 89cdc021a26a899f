/**
 * From events to bytes: the lines of the request log contract.
 *
 * <p>In: events of a simulated server. Out: lines given to a {@link
 * dev.burnline.generate.line.LineSink}. Entry: {@link dev.burnline.generate.line.ContractLog} and
 * {@link dev.burnline.generate.line.MinimalLog}.
 */
@NullMarked
package dev.burnline.generate.line;

import org.jspecify.annotations.NullMarked;
