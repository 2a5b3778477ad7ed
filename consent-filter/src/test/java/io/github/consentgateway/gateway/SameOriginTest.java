package io.github.consentgateway.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("UI-18")
class SameOriginTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sec-Fetch-Site=same-origin                                | true",
        "Sec-Fetch-Site=same-site                                  | false",
        "Sec-Fetch-Site=cross-site                                 | false",
        "Sec-Fetch-Site=none                                       | false",
        "Sec-Fetch-Site=same-origin;Sec-Fetch-Site=cross-site      | false",
        "Sec-Fetch-Site=same-origin;Sec-Purpose=prefetch           | false",
        "Sec-Fetch-Site=same-origin;Purpose=prefetch               | false",
        "Sec-Fetch-Site=cross-site;Origin=https://www.example.fr   | false",
        "Sec-Fetch-Site=same-origin;Origin=https://www.example.fr  | true",
        "Sec-Fetch-Site=same-origin;Origin=null                    | true",
        "Sec-Fetch-Site=same-origin;Origin=https://evil.example    | false",
        "Origin=https://www.example.fr                             | true",
        "Origin=https://www.example.fr.evil.example                | false",
        "Origin=http://www.example.fr                              | false",
        "Origin=https://www.example.fr;Origin=https://evil.example | false",
        "Origin=null                                               | false",
        "Sec-Fetch-Site=same-origin;Sec-Fetch-Dest=document        | true",
        "Sec-Fetch-Site=same-origin;Sec-Fetch-Dest=empty           | true",
        "Sec-Fetch-Site=same-origin;Sec-Fetch-Dest=iframe          | false",
        "Sec-Fetch-Site=same-origin;Sec-Fetch-Dest=object          | false",
        "X=y                                                       | false",
      })
  void choiceCountsOnlyFromAPageOfThisSite(String fields, boolean holds) {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    for (String field : fields.split(";", -1)) {
      String[] parts = field.split("=", 2);
      all.add(Map.entry(parts[0], parts[1]));
    }
    Stage.Asked request = new Stage.Asked("POST", "/consent", all, "");
    assertEquals(holds, SameOrigin.holds(request, Stage.SITE));
  }
}
