/** The functions of the language, by theme. */
@NullMarked
package dev.portage.jq.builtin;

import org.jspecify.annotations.NullMarked;
