/**
 * FreeMarker, set up so that text from logs stays text.
 *
 * <p>In: a template's name and its values. Out: the filled text. Entry: {@link
 * dev.burnline.render.template.Templates}. {@code .ftlh} templates escape everything they print;
 * only markup made by our own chart writer is marked as such.
 */
@NullMarked
package dev.burnline.render.template;

import org.jspecify.annotations.NullMarked;
