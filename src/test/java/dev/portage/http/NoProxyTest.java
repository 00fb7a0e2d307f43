package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {

  @ParameterizedTest(name = "{0} covers {1}:{2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *                        | api.example.com  | 443  | true
          example.com              | example.com      | 443  | true
          example.com              | api.example.com  | 443  | true
          .example.com             | api.example.com  | 443  | true
          .example.com             | example.com      | 443  | true
          *.example.com            | api.example.com  | 443  | true
          EXAMPLE.com              | Api.Example.COM  | 443  | true
          example.com              | api.example.com. | 443  | true
          example.com              | badexample.com   | 443  | false
          example.com              | example.org      | 443  | false
          api.example.com          | example.com      | 443  | false
          example.com:8443         | api.example.com  | 8443 | true
          example.com:8443         | api.example.com  | 443  | false
          a.test,example.com       | example.com      | 80   | true
          'a.test, example.com'    | example.com      | 80   | true
          a.test example.com       | example.com      | 80   | true
          ' , ,'                   | example.com      | 80   | false
          10.1.2.3                 | 10.1.2.3         | 80   | true
          10.1.2.3                 | 110.1.2.3        | 80   | false
          2.3                      | 10.1.2.3         | 80   | false
          10.1.2.3:8080            | 10.1.2.3         | 8080 | true
          10.1.2.3:8080            | 10.1.2.3         | 80   | false
          10.0.0.0/8               | 10.200.3.4       | 80   | true
          10.0.0.0/8               | 11.0.0.1         | 80   | false
          10.0.0.0/9               | 10.127.255.255   | 80   | true
          10.0.0.0/9               | 10.128.0.0       | 80   | false
          0.0.0.0/0                | 192.0.2.1        | 80   | true
          10.0.0.0/33              | 10.0.0.1         | 80   | false
          10.0.0.0/8               | ten.example.com  | 80   | false
          10.0.0.0/8               | fd00::1          | 80   | false
          ::1                      | [::1]            | 80   | true
          [::1]                    | ::1              | 80   | true
          [::1]:8080               | ::1              | 8080 | true
          [::1]:8080               | ::1              | 80   | false
          0:0:0:0:0:0:0:1          | ::1              | 80   | true
          fd00::/8                 | fd12::5          | 80   | true
          fd00::/8                 | fe80::5          | 80   | false
          localhost                | localhost        | 80   | true
          svc.cluster.local        | port.svc.cluster.local | 80 | true
          """)
  void tableOfForms(String variable, String host, int port, boolean covered) {
    assertThat(NoProxy.parse(variable).covers(host, port)).isEqualTo(covered);
  }
}
