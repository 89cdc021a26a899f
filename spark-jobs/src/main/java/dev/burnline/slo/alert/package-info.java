/**
 * When alerts fire and resolve, to the minute.
 *
 * <p>In: an SLO, its events of each minute and the rules of its alert policies. Out: episodes.
 * Nothing is rounded before it is compared. Plain Java, no Spark.
 */
@NullMarked
package dev.burnline.slo.alert;

import org.jspecify.annotations.NullMarked;
