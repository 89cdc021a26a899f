/**
 * Chance that gives the same draws on every machine.
 *
 * <p>In: seeds and quantile tables. Out: numbers. Entry: {@link
 * dev.burnline.generate.chance.Draws}. Only integer arithmetic, {@code StrictMath} and the IEEE
 * basic operations are used, because the generator promises the same bytes for the same options.
 */
@NullMarked
package dev.burnline.generate.chance;

import org.jspecify.annotations.NullMarked;
