package io.github.consentgateway.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RandomPolicyTest {

  @DisplayName("whatever the text, it is a policy or a PolicyException with places")
  @Test
  void surviveRandomDamage() {
    long seed = new Random().nextLong();
    System.out.println("RandomPolicyTest seed " + seed);
    Random random = new Random(seed);
    String marks = "{}[]:,-#&*!|>'\"%@`?~ \n\t\\\u0000\u0085\uFEFF\uD800é9zU";
    int refused = 0;
    for (int i = 0; i < 1_500; i++) {
      StringBuilder text = new StringBuilder(Policies.YAML);
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(3));
        String mark = String.valueOf(marks.charAt(random.nextInt(marks.length())));
        text.replace(at, end, mark.repeat(random.nextInt(3)));
      }
      try {
        Policies.parse(text.toString());
      } catch (PolicyException e) {
        refused++;
        assertTrue(e.problems().size() > 0 && e.problems().get(0).line() >= 0);
      }
    }
    assertTrue(refused > 100, "refused " + refused);
  }
}
