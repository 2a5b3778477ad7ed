package io.github.consentgateway.containers;

import io.github.consentgateway.traffic.TrafficEvent;
import io.github.consentgateway.traffic.TrafficLog;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the gates of all containers note of their requests: they have class loaders of their own, so
 * that only types of the JDK can be shared.
 */
final class NotedTraffic implements TrafficLog {

  private static final String KEY = NotedTraffic.class.getName();

  @SuppressWarnings("unchecked")
  static Queue<String> lines() {
    return (Queue<String>)
        System.getProperties().computeIfAbsent(KEY, unused -> new ConcurrentLinkedQueue<String>());
  }

  @Override
  public void record(TrafficEvent event) {
    lines().add(event.json());
  }

  @Override
  public void close() {}
}
