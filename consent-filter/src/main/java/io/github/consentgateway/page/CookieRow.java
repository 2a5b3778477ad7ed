package io.github.consentgateway.page;

/** A cookie as the cookie policy lists it; every text in the visitor's language. */
record CookieRow(String name, String why, String provider, String life, String access) {}
