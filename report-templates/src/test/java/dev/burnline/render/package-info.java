/** Tests of the renderers, and the reports they render. */
@NullMarked
package dev.burnline.render;

import org.jspecify.annotations.NullMarked;
