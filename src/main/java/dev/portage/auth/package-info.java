/** How a request proves who sends it. */
@NullMarked
package dev.portage.auth;

import org.jspecify.annotations.NullMarked;
