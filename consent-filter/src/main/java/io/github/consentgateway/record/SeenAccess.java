package io.github.consentgateway.record;

/** The last entry that the access journal had when a node looked. */
record SeenAccess(long id, Hash hash) {}
