/**
 * The language of conditions on a request line: {@code status = 'success' and duration_ms <= 1000}.
 *
 * <p>In: the text of a condition. Out: its canonical text, the fields it reads and a predicate with
 * SQL's three-valued logic. Entry: {@link dev.burnline.slo.where.Where}.
 */
@NullMarked
package dev.burnline.slo.where;

import org.jspecify.annotations.NullMarked;
