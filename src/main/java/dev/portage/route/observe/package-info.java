/** What {@code watch} knows, as MBeans, metrics and the endpoints that a platform asks. */
@NullMarked
package dev.portage.route.observe;

import org.jspecify.annotations.NullMarked;
