package io.github.consentgateway.record;

/** A row with its place in a chain. */
record Link(Row row, long chain, long seq, Hash before, Hash hash) {}
