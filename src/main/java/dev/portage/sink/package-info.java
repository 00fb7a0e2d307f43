/** Where entities go: Port's API, and the local catalog that stands in for it. */
@NullMarked
package dev.portage.sink;

import org.jspecify.annotations.NullMarked;
