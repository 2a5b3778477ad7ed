package io.github.consentgateway.containers;

/** One thing that an application does with a request. */
@FunctionalInterface
interface Step {
  Step NOTHING = call -> {};

  void run(Call call) throws Exception;
}
