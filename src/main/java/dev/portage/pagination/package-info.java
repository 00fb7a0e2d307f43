/** How a listing goes from one page to the next, and the guards that make it end. */
@NullMarked
package dev.portage.pagination;

import org.jspecify.annotations.NullMarked;
