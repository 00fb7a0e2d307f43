package dev.portage.route.web;

/**
 * Why somebody gets no answer.
 *
 * @param status of HTTP, 400 to 431
 * @param reason one sentence for who asks; it holds nothing of the request
 */
record Refusal(int status, String reason) {}
