/**
 * The mail: one message with text, HTML, pictures and the minutes as an attachment.
 *
 * <p>In: a cleaned report. Out: the message's bytes as they would be sent. Entry: {@link
 * dev.burnline.render.mail.ReportMail}. Equal reports give equal bytes: dates, ids and boundaries
 * come from the report.
 */
@NullMarked
package dev.burnline.render.mail;

import org.jspecify.annotations.NullMarked;
