/** Requests, responses and addresses as values; no client. */
@NullMarked
package dev.portage.http;

import org.jspecify.annotations.NullMarked;
