/** JSON values as jq sees them: kinds, numbers, order, text. */
@NullMarked
package dev.portage.jq.value;

import org.jspecify.annotations.NullMarked;
