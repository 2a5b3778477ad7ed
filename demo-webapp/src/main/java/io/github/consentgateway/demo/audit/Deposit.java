package io.github.consentgateway.demo.audit;

import io.github.consentgateway.cookie.ParsedCookie;
import java.net.URI;
import java.time.Instant;

/** A {@code Set-Cookie} that a visitor was given. */
record Deposit(State state, URI page, ParsedCookie cookie, Instant at) {}
