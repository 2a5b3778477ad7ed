/**
 * The text of cookies: what a {@code Set-Cookie} or {@code Cookie} field says to a browser, and our
 * own text for it. The rules are those of <a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis">RFC 6265bis</a>; where
 * browsers read a longer life than the text says, the longest reading counts. Nothing here knows of
 * consent, containers or time zones, and nothing depends on more than the JDK.
 */
@NullMarked
package io.github.consentgateway.cookie;

import org.jspecify.annotations.NullMarked;
