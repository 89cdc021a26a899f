/**
 * The chat page.
 *
 * <p>In: nothing. Out: one HTML page that needs nothing else, and the headers that let it do no
 * more than talk to its own server. Entry: {@link dev.burnline.serve.page.ChatPage}.
 */
@NullMarked
package dev.burnline.serve.page;

import org.jspecify.annotations.NullMarked;
