/**
 * The definitions of budgets taken at their word, slowly: every figure is counted anew from raw
 * events, minute by minute, in fractions. Shares no code with what it judges.
 *
 * <p>In: {@link dev.burnline.naive.Traffic}. Out: the figures to compare with.
 */
@NullMarked
package dev.burnline.naive;

import org.jspecify.annotations.NullMarked;
