/**
 * Which known name was meant by a misspelt one.
 *
 * <p>In: a name and the names that are known. Out: the nearest of them. Entry: {@link
 * dev.burnline.slo.spelling.KnownNames}.
 */
@NullMarked
package dev.burnline.slo.spelling;

import org.jspecify.annotations.NullMarked;
