/**
 * What the model server has to tell: one value per event of the request log contract.
 *
 * <p>In: facts from the server, checked and shortened on construction. Out: {@link
 * dev.burnline.serve.event.LogEvent}s that name their fields to a {@link
 * dev.burnline.serve.event.Fields}. No I/O and no JSON library here. Entry: {@code LogEvent}.
 */
@NullMarked
package dev.burnline.serve.event;

import org.jspecify.annotations.NullMarked;
