/**
 * The launcher script as users meet it: a copy of it in a small tree with a Maven and a Java that
 * only tell.
 */
@NullMarked
package dev.burnline.launcher;

import org.jspecify.annotations.NullMarked;
