/**
 * Delivers a written report.
 *
 * <p>In: the bytes of a {@code report.eml}, a mail server, an envelope. Out: for every recipient
 * whether the server took the mail. Nothing is rendered here; what was written is what is sent,
 * byte for byte, so that sending again after an unknown outcome repeats the same Message-ID. Entry:
 * {@link dev.burnline.deliver.Send}.
 */
@NullMarked
package dev.burnline.deliver;

import org.jspecify.annotations.NullMarked;
