/** From program text to syntax tree; errors with position and advice. */
@NullMarked
package dev.portage.jq.parse;

import org.jspecify.annotations.NullMarked;
